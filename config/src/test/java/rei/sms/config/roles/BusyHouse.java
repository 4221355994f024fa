package rei.sms.config.roles;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.config.SmsEngineApplication;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.db.TestDatabase;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.airtable.StoredRow;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;
import rei.sms.sandbox.trial.SeedSchema;
import rei.sms.sandbox.trial.TrialBases;
import rei.sms.sandbox.trial.TrialData;

/**
 * A whole engine with its worker over the trial's data, against stand-ins that call it
 * back: it works by itself. It is noon of a Monday in Houston.
 */
final class BusyHouse implements AutoCloseable {

	/** The base that holds every table. */
	static final String BASE = TrialBases.ONE.leads();

	private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

	/** Airtable's own pace is other tests' matter: here nobody has four minutes. */
	private static final Limits FOUR_TIMES_AIRTABLE = new Limits(20, Duration.ofSeconds(30), 0, Duration.ofMinutes(5));

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(SeedSchema.bases(BASE, BASE, BASE).toArray(BaseSpec[]::new))
			.limits(FOUR_TIMES_AIRTABLE));

	private final List<String> numbers = TrialData.fill(this.airtable, TrialBases.ONE, NOON, 7);

	private final TextGridStandIn provider;

	private @Nullable ConfigurableApplicationContext engine;

	private BusyHouse(UnaryOperator<TextGridOptions> provider) {
		this.provider = TextGridStandIn.start(provider.apply(TextGridOptions.of(this.numbers.toArray(String[]::new))));
	}

	/** The stand-ins with their data; the engine is not there yet. */
	static BusyHouse furnished(UnaryOperator<TextGridOptions> provider) {
		return new BusyHouse(provider);
	}

	/** Starts the engine. */
	void open(Map<String, String> settings) {
		this.engine = new Engine(SmsEngineApplication.class, Settings.of(settings(settings))).start(Role.SERVE);
		this.provider.inboundUrl(url() + "/inbound?token=hook");
	}

	AirtableStandIn airtable() {
		return this.airtable;
	}

	TextGridStandIn provider() {
		return this.provider;
	}

	/** The first of our numbers. */
	String number() {
		return this.numbers.getFirst();
	}

	String url() {
		return "http://127.0.0.1:" + engine().getEnvironment().getRequiredProperty("local.server.port");
	}

	JdbcClient database() {
		return engine().getBean(JdbcClient.class);
	}

	/** The records of a table. */
	List<StoredRow> rows(String table) {
		return this.airtable.rows(BASE, table);
	}

	private ConfigurableApplicationContext engine() {
		return Objects.requireNonNull(this.engine);
	}

	private Map<String, String> settings(Map<String, String> more) {
		var settings = new HashMap<String, String>();
		settings.put("SANDBOX", "true");
		settings.put("SANDBOX_CLOCK", NOON.toString());
		settings.put("PORT", "0");
		settings.put("DATABASE_URL", TestDatabase.freshUrl());
		settings.put("WEBHOOK_TOKEN", "hook");
		settings.put("CRON_TOKEN", "cron");
		settings.put("AIRTABLE_API_URL", this.airtable.url());
		settings.put("AIRTABLE_API_KEY", this.airtable.token());
		settings.put("LEADS_CONVOS_BASE", BASE);
		settings.put("TEXTGRID_API_URL", this.provider.url());
		settings.put("TEXTGRID_ACCOUNT_SID", this.provider.accountSid());
		settings.put("TEXTGRID_AUTH_TOKEN", this.provider.authToken());
		settings.put("WORKER_INTERVAL_SEC", "1");
		settings.put("JITTER_SECONDS", "0");
		settings.put("LOG_LEVEL", "warn");
		settings.putAll(more);
		return settings;
	}

	@Override
	public void close() {
		if (this.engine != null) {
			this.engine.close();
		}
		this.provider.close();
		this.airtable.close();
	}

}

package rei.sms.config.roles;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

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

/**
 * A whole engine that serves HTTP against stand-ins, without a worker: nothing happens
 * but what its caller asks for. It is noon of a Monday in Houston.
 */
public final class House implements AutoCloseable {

	/** The base that holds every table. */
	public static final String BASE = "appContract000001";

	/** What opens the webhooks, with letters that have to be escaped in a query. */
	public static final String WEBHOOK_TOKEN = "hook+/=s3cret";

	/** What opens everything else. */
	public static final String CRON_TOKEN = "cron-s3cret";

	/** Our number in Houston. */
	public static final String OURS = "+18325550100";

	private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

	private static final AtomicInteger SELLERS = new AtomicInteger(2_100_000);

	private final AirtableStandIn airtable;

	private final TextGridStandIn provider;

	private final Path directory;

	private final ConfigurableApplicationContext engine;

	private final Caller caller;

	private final Map<String, String> environment;

	private House(BaseSpec base, Map<String, String> settings) {
		var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOON));
		this.airtable = AirtableStandIn.start(AirtableOptions.of(base).limits(Limits.NONE).clock(clock));
		this.provider = TextGridStandIn.start(TextGridOptions.of(OURS).clock(clock));
		this.airtable.add(BASE, "Numbers",
				Map.of("TextGrid Phone Number", OURS, "Market", "Houston, TX", "Status", "Active"));
		this.directory = scratch();
		this.environment = settings(settings);
		this.engine = new Engine(SmsEngineApplication.class, Settings.of(this.environment)).start(Role.SERVE);
		this.caller = new Caller(this.engine.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	/** A house with the seed's base, or one that differs from it. */
	public static House open(BaseSpec base, Map<String, String> settings) {
		return new House(base, settings);
	}

	/** The seed's base. */
	public static BaseSpec seedsBase() {
		return SeedSchema.bases(BASE, BASE, BASE).getFirst();
	}

	/** A phone in Houston that nobody has used. */
	public static String seller() {
		return seller("713");
	}

	/** A phone of that area code that nobody has used. */
	public static String seller(String areaCode) {
		return "+1" + areaCode + SELLERS.incrementAndGet();
	}

	/** Calls the engine. */
	public Caller caller() {
		return this.caller;
	}

	/** The stand-in for Airtable. */
	public AirtableStandIn airtable() {
		return this.airtable;
	}

	/** The stand-in for the provider. */
	public TextGridStandIn provider() {
		return this.provider;
	}

	/** The engine's database, to count what must be there once. */
	public JdbcClient database() {
		return this.engine.getBean(JdbcClient.class);
	}

	/** What the command line answers where it has this house's settings. */
	public String type(String... line) {
		var out = new StringWriter();
		CommandLineInterface.of(SmsEngineApplication.class, this.environment)
			.setOut(new PrintWriter(out))
			.setErr(new PrintWriter(out))
			.execute(line);
		return out.toString();
	}

	/**
	 * Has a command done in this house, as a second terminal would; quicker than an
	 * engine of its own.
	 */
	public Typed command(String... words) {
		var out = new StringWriter();
		var err = new StringWriter();
		int exit = CommandLineInterface.of(new RunningEngine(Settings.of(this.environment), this.engine))
			.setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err))
			.execute(words);
		return new Typed(exit, out.toString(), err.toString());
	}

	/** What a command said. */
	public record Typed(int exit, String out, String err) {
	}

	/** Runs jobs, one after the other. */
	public void run(String... jobs) {
		List.of(jobs).forEach((job) -> this.caller.run(job));
	}

	/** Takes a seller's texts as far as the engine takes them by itself, and shows it. */
	public void catchUp() {
		run("autolinker", "intent-batch", "lead-promoter", "delivery-receipts", "autoresponder", "airtable-push");
	}

	/** The records of a table whose field says that. */
	public List<StoredRow> rows(String table, String field, String value) {
		return this.airtable.rows(BASE, table).stream().filter((row) -> value.equals(row.text(field))).toList();
	}

	/** The one record of a table whose field says that. */
	public StoredRow row(String table, String field, String value) {
		var rows = rows(table, field, value);
		if (rows.size() != 1) {
			throw new AssertionError(rows.size() + " records of " + table + " have " + value + " as " + field);
		}
		return rows.getFirst();
	}

	@Override
	public void close() {
		this.engine.close();
		this.provider.close();
		this.airtable.close();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Map<String, String> settings(Map<String, String> more) {
		var settings = new HashMap<String, String>();
		settings.put("SANDBOX", "true");
		settings.put("SANDBOX_CLOCK", NOON.toString());
		settings.put("SANDBOX_DIRECTORY", this.directory.toString());
		settings.put("PORT", "0");
		settings.put("WORKER_ENABLED", "false");
		settings.put("DATABASE_URL", TestDatabase.freshUrl());
		settings.put("WEBHOOK_TOKEN", WEBHOOK_TOKEN);
		settings.put("CRON_TOKEN", CRON_TOKEN);
		settings.put("AIRTABLE_API_URL", this.airtable.url());
		settings.put("AIRTABLE_API_KEY", this.airtable.token());
		settings.put("AIRTABLE_REQUESTS_PER_SECOND", "50");
		settings.put("LEADS_CONVOS_BASE", BASE);
		settings.put("TEXTGRID_API_URL", this.provider.url());
		settings.put("TEXTGRID_ACCOUNT_SID", this.provider.accountSid());
		settings.put("TEXTGRID_AUTH_TOKEN", this.provider.authToken());
		settings.put("RATE_PER_NUMBER_PER_MIN", "10000");
		settings.put("DAILY_LIMIT", "10000");
		settings.put("JITTER_SECONDS", "0");
		settings.put("LOG_LEVEL", "warn");
		settings.putAll(more);
		return settings;
	}

	private static Path scratch() {
		try {
			return Files.createTempDirectory("house");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What {@code /health} says of something that a person should mend, and the fix. */
	public List<String> problems(String code) {
		return this.caller.get("/health")
			.json()
			.get("problems")
			.valueStream()
			.filter((problem) -> problem.get("code").asString().equals(code))
			.map((problem) -> problem.get("what").asString() + " -> " + problem.get("fix").asString())
			.toList();
	}

}

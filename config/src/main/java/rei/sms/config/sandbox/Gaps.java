package rei.sms.config.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.sandbox.Access;
import rei.sms.sandbox.Sandbox;
import rei.sms.sandbox.SandboxOptions;
import rei.sms.sandbox.SandboxOptions.Credentials;
import rei.sms.sandbox.SandboxOptions.Parts;
import rei.sms.sandbox.trial.TrialBases;

/** What a trial's settings leave open, and what goes there. */
record Gaps(Settings given, Role role) {

	private static final String SECRET = "sandbox";

	private static final Map<String, String> ENGINES = Map.of("PHI3_MINI", "phi-3-mini", "MISTRAL_7B", "mistral-7b",
			"GEMMA_2", "gemma-2", "GPT_4O", "gpt-4o");

	Parts database() {
		return new Parts(isOpen("DATABASE_URL"), false, false, false);
	}

	/** Whoever only looks at the database needs no vendor. */
	SandboxOptions world(SandboxOptions options) {
		boolean vendors = this.role != Role.LOOK;
		return options
			.parts(new Parts(false, vendors && isOpen("AIRTABLE_API_URL"), vendors && isOpen("TEXTGRID_API_URL"),
					vendors && !openEngines().isEmpty()))
			.credentials(credentials(), bases())
			.inboundUrl((this.role == Role.SERVE) ? inboundUrl() : null);
	}

	Settings filled(Sandbox... sandboxes) {
		var values = plain();
		for (var sandbox : sandboxes) {
			sandbox.database().ifPresent((database) -> values.put("DATABASE_URL", jdbc(database)));
			sandbox.airtable().ifPresent((airtable) -> values.put("AIRTABLE_API_URL", airtable.url()));
			sandbox.textgrid().ifPresent((textgrid) -> values.put("TEXTGRID_API_URL", textgrid.url()));
			sandbox.model().ifPresent((model) -> values.putAll(engines(model)));
		}
		return this.given.or(values);
	}

	private Map<String, String> plain() {
		var values = new TreeMap<String, String>();
		for (var secret : List.of("WEBHOOK_TOKEN", "CRON_TOKEN", "OPS_PASSWORD")) {
			values.put(secret, SECRET);
		}
		values.put("WORKER_ENABLED", "true");
		// The trial's own story says what happens.
		values.put("LOG_LEVEL", "warn");
		values.put("WORKER_INTERVAL_SEC", "2");
		values.put("PUBLIC_URL", publicUrl());
		values.put("AGENT_NAME", "Alex");
		values.put("COMPANY_NAME", "Oak Street Homes");
		values.put("AIRTABLE_API_KEY", credentials().airtableToken());
		values.put("LEADS_CONVOS_BASE", bases().leads());
		values.put("TEXTGRID_ACCOUNT_SID", credentials().textgridSid());
		values.put("TEXTGRID_AUTH_TOKEN", credentials().textgridToken());
		return values;
	}

	private Map<String, String> engines(Access.Model model) {
		var values = new TreeMap<String, String>();
		for (var engine : openEngines()) {
			values.put("AI_" + engine + "_URL", model.url());
			values.put("AI_" + engine + "_KEY", model.key());
			values.put("AI_" + engine + "_MODEL", ENGINES.get(engine));
		}
		return values;
	}

	private List<String> openEngines() {
		return ENGINES.keySet().stream().filter((engine) -> isOpen("AI_" + engine + "_URL")).toList();
	}

	private Credentials credentials() {
		return new Credentials(or("AIRTABLE_API_KEY", SECRET), or("TEXTGRID_ACCOUNT_SID", SECRET),
				or("TEXTGRID_AUTH_TOKEN", SECRET), this.given.find("TEXTGRID_WEBHOOK_SECRET").orElse(null), SECRET);
	}

	private TrialBases bases() {
		var leads = or("LEADS_CONVOS_BASE", or("AIRTABLE_LEADS_CONVOS_BASE_ID", TrialBases.ONE.leads()));
		return new TrialBases(leads, or("PERFORMANCE_BASE", or("AIRTABLE_PERFORMANCE_BASE_ID", leads)),
				or("CAMPAIGN_CONTROL_BASE", or("AIRTABLE_CAMPAIGN_CONTROL_BASE_ID", leads)));
	}

	private String inboundUrl() {
		return publicUrl() + "/inbound?token=" + URLEncoder.encode(or("WEBHOOK_TOKEN", SECRET), StandardCharsets.UTF_8);
	}

	private String publicUrl() {
		return or("PUBLIC_URL", "http://127.0.0.1:" + or("PORT", "10000"));
	}

	private boolean isOpen(String name) {
		return this.given.find(name).isEmpty();
	}

	private String or(String name, String otherwise) {
		return this.given.find(name).orElse(otherwise);
	}

	private static String jdbc(Access.Database database) {
		return database.jdbcUrl() + "?user=" + database.username() + "&password=" + database.password();
	}

}

package rei.sms.config.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static rei.sms.config.settings.Setting.named;

/** Every setting, by what it is about; the defaults stand in {@code application.yml}. */
final class Catalogue {

	static final Topic PROCESS = topic("The process",
			named("PORT", Kind.whole(0, 65535), "HTTP port; 0 takes a free one"),
			named("DATABASE_URL", Kind.database(), "The PostgreSQL that holds everything").neededBy(Role.SERVE,
					Role.WORKER, Role.RUN, Role.LOOK),
			named("DATABASE_POOL_SIZE", Kind.whole(4, 500),
					"Connections at most of one process; a running job holds up to three"),
			named("WORKER_ENABLED", Kind.flag(), "Whether `serve` runs the worker loop too"),
			named("WORKER_INTERVAL_SEC", Kind.whole(1, 3600), "Seconds between two ticks of the worker"),
			named("PUBLIC_URL", Kind.url(),
					"Where the provider and Airtable reach us; without it no delivery receipts are asked for and Airtable is polled"),
			named("LOG_LEVEL", Kind.oneOf("trace", "debug", "info", "warn", "error", "off"),
					"How much the engine itself logs; libraries stay quiet"),
			named("LOG_FORMAT", Kind.oneOf("plain", "json"), "Log lines for people or for machines; on Render `json`")
				.usually("plain"));

	static final Topic ACCESS = topic("Who may call",
			named("WEBHOOK_TOKEN", Kind.secret(), "Opens `/inbound`, `/outbound`, `/delivery` and nothing else")
				.neededBy(Role.SERVE),
			named("CRON_TOKEN", Kind.secret(), "Opens every other route").neededBy(Role.SERVE),
			named("OPS_PASSWORD", Kind.secret(), "Sign-in of the ops pages, user `ops`; without it they are off"));

	static final Topic AIRTABLE = topic("Airtable",
			named("AIRTABLE_API_KEY", Kind.secret(), "The token, with access to the bases").neededBy(Role.SERVE,
					Role.WORKER, Role.RUN),
			named("LEADS_CONVOS_BASE", Kind.id(),
					"The base of conversations, leads, prospects, campaigns and templates")
				.or("AIRTABLE_LEADS_CONVOS_BASE_ID")
				.neededBy(Role.SERVE, Role.WORKER, Role.RUN),
			named("PERFORMANCE_BASE", Kind.id(), "The base of the KPI table; the one above when not set")
				.or("AIRTABLE_PERFORMANCE_BASE_ID"),
			named("CAMPAIGN_CONTROL_BASE", Kind.id(), "The base of Numbers and Opt-Outs; the one above when not set")
				.or("AIRTABLE_CAMPAIGN_CONTROL_BASE_ID"),
			named("AIRTABLE_API_URL", Kind.url(), "Scheme and host, without `/v0`"),
			named("AIRTABLE_REQUESTS_PER_SECOND", Kind.whole(1, 50), "Calls a second and base"),
			named("AIRTABLE_MONTHLY_CALLS", Kind.whole(1, 1_000_000_000),
					"The plan's calls a month; shown and warned about"),
			named("AIRTABLE_RECORD_LIMIT", Kind.whole(1, 1_000_000_000),
					"Records that the plan lets a base have; warned about from 80 %"),
			named("AIRTABLE_KEEP_DAYS", Kind.whole(0, 36_500),
					"Days for which finished Conversations stay in a base that is nearly full; PostgreSQL keeps them. 0 keeps all"),
			named("AIRTABLE_HOLD_DAYS", Kind.whole(0, 36_500),
					"Days within which Prospects shows who was texted and never answered; a call for every ten of them. 0 shows them where it costs no call"));

	static final Topic TABLES = topic("Airtable's table names, where a team renamed them",
			named("CONVERSATIONS_TABLE", Kind.text(), "Conversations"), named("LEADS_TABLE", Kind.text(), "Leads"),
			named("PROSPECTS_TABLE", Kind.text(), "Prospects"), named("CAMPAIGNS_TABLE", Kind.text(), "Campaigns"),
			named("TEMPLATES_TABLE", Kind.text(), "Templates"), named("NUMBERS_TABLE", Kind.text(), "Numbers"),
			named("KPIS_TABLE", Kind.text(), "KPIs"), named("OPT_OUTS_TABLE", Kind.text(), "Opt-Outs"));

	static final Topic PROVIDER = topic("TextGrid",
			named("TEXTGRID_ACCOUNT_SID", Kind.secret(), "Our account").neededBy(Role.SERVE, Role.WORKER, Role.RUN),
			named("TEXTGRID_AUTH_TOKEN", Kind.secret(), "Our account's secret").neededBy(Role.SERVE, Role.WORKER,
					Role.RUN),
			named("TEXTGRID_API_URL", Kind.url(), "Scheme and host; when given, the sandbox's sellers stay silent"),
			named("TEXTGRID_AUTH_SCHEME", Kind.oneOf("bearer", "basic"), "How the secret is shown"),
			named("TEXTGRID_WEBHOOK_SECRET", Kind.secret(), "When set, `X-TextGrid-Signature` must verify"));

	static final Topic SENDING = topic("Sending",
			named("QUIET_HOURS_ENFORCED", Kind.flag(),
					"Whether the operator's own quiet hours hold; the states' hours hold anyway"),
			named("QUIET_START_HOUR_LOCAL", Kind.hour(), "The recipient's hour at which the quiet begins"),
			named("QUIET_END_HOUR_LOCAL", Kind.hour(), "The recipient's hour at which it ends"),
			named("RATE_PER_NUMBER_PER_MIN", Kind.whole(1, 100_000), "Segments a minute from one of our numbers"),
			named("GLOBAL_RATE_PER_MIN", Kind.whole(1, 10_000_000), "Segments a minute from all of them"),
			named("DAILY_LIMIT", Kind.whole(1, 10_000_000),
					"Texts a number and local day, where Numbers has no `Daily Limit` for it"),
			named("JITTER_SECONDS", Kind.whole(0, 3600), "Seconds at most by which a text is delayed at random"),
			named("SEND_BATCH_LIMIT", Kind.whole(1, 1_000_000), "Recipients that one campaign run plans and sends"),
			named("RETRY_LIMIT", Kind.whole(1, 1_000_000), "Texts that one retry run takes"),
			named("MAX_RETRIES", Kind.whole(1, 20), "Attempts of one text"),
			named("WARM_UP", Kind.flag(),
					"Whether a new number sends 50 texts on its first day and more from day to day, its full limit after two weeks"),
			named("CANARY", Kind.whole(0, 1_000_000),
					"Texts after which a campaign waits for what comes of them, where Campaigns has no `Canary` for it; 0 for none"),
			named("HEALTH_WINDOW_DAYS", Kind.whole(1, 90),
					"Days whose texts tell how templates, campaigns and numbers fare"),
			named("HEALTH_FEWEST_TEXTS", Kind.whole(1, 1_000_000), "Texts of known fate below which nothing is judged"),
			named("HEALTH_MOST_FILTERED", Kind.whole(0, 100),
					"Percent filtered by carriers (30007, 30034) past which a template or campaign is surely, by the Wilson interval, paused"),
			named("HEALTH_MOST_OPTED_OUT", Kind.whole(0, 100), "Percent answered by an opt-out, likewise"),
			named("HEALTH_FEWEST_DELIVERED", Kind.whole(0, 100), "Percent delivered, below which likewise"),
			named("UPSTASH_REDIS_REST_URL", Kind.url(),
					"A Redis behind Upstash's REST API in which the rates are counted for all who share them; without it, and while it fails, they are counted in PostgreSQL"),
			named("UPSTASH_REDIS_REST_TOKEN", Kind.secret(), "Its token"),
			named("SEND_CONCURRENCY", Kind.whole(1, 512), "Texts in flight at the provider"),
			named("AGENT_NAME", Kind.text(),
					"`{Agent}` in templates; one that names it is refused while this is not set"),
			named("COMPANY_NAME", Kind.text(), "`{Company}` in templates, likewise"),
			named("OPT_OUT_CONFIRMATION", Kind.text(),
					"What a seller who says STOP is told, once: a text of yours, or `true` for ours; nothing when not set, since the provider confirms"));

	static final Topic MODELS = topic("AI engines: OpenAI-compatible endpoints; one without an address is skipped",
			models());

	static final Topic REPORTS = topic("Reports", named("KPI_TZ", Kind.zone(), "The zone of the business day"),
			named("SEGMENT_COST", Kind.money(), "What one segment costs, in dollars"), named("ALERT_WEBHOOK_URL",
					Kind.url(), "Where alerts are posted as JSON with a `text`, each at most once in 24 hours"));

	static final Topic TRACES = topic("Traces, in OpenTelemetry's own names", named("OTEL_EXPORTER_OTLP_ENDPOINT",
			Kind.url(),
			"The collector's address, without `/v1/traces`; when given, every message's way from webhook to receipt is told there as one trace whose id is the conversation's"),
			named("OTEL_EXPORTER_OTLP_HEADERS", Kind.secret(), "Sent along, `name=value` with commas between"),
			named("OTEL_SERVICE_NAME", Kind.text(), "What the engine is called there"));

	static final Topic TRIAL = topic("Trial", named("SANDBOX", Kind.flag(),
			"`true` fills in whatever is not set: a PostgreSQL kept under `.sandbox/`, stand-ins for Airtable, TextGrid and the AI engines, sellers who answer")
		.usually("false"),
			named("SANDBOX_DIRECTORY", Kind.text(), "Where the sandbox keeps its data").usually(".sandbox"),
			named("SANDBOX_CLOCK", Kind.moment(),
					"Where the engine's clock starts; only with `SANDBOX=true`. Without it: the next weekday, 12:00 in Chicago"));

	/** All topics, in the order of their reading. */
	static final List<Topic> TOPICS = List.of(PROCESS, ACCESS, AIRTABLE, TABLES, PROVIDER, SENDING, MODELS, REPORTS,
			TRACES, TRIAL);

	private Catalogue() {
	}

	/** All settings. */
	static Stream<Setting> all() {
		return TOPICS.stream().map(Topic::settings).flatMap(List::stream);
	}

	private static Setting[] models() {
		var settings = new ArrayList<Setting>();
		for (String engine : List.of("PHI3_MINI", "MISTRAL_7B", "GEMMA_2", "GPT_4O")) {
			settings.add(named("AI_" + engine + "_URL", Kind.url(), "Base address, ending in `/v1`"));
			settings.add(named("AI_" + engine + "_MODEL", Kind.text(), "The model's name there"));
			settings.add(named("AI_" + engine + "_KEY", Kind.secret(), "Its key"));
			settings.add(named("AI_" + engine + "_COST", Kind.amount(),
					"Dollars for a million tokens, for the count of costs"));
		}
		settings.add(named("AI_REPLIES", Kind.oneOf("off", "suggest", "on"),
				"What becomes of replies that a configured engine writes: none, a person's press, or out they go"));
		return settings.toArray(Setting[]::new);
	}

	private static Topic topic(String title, Setting... settings) {
		return new Topic(title, List.of(settings));
	}

	/** What belongs together. */
	record Topic(String title, List<Setting> settings) {
	}

}

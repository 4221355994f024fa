package rei.sms.config.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsTests {

	private static final Set<String> FIELDS = Set.of("CONV_STAGE_FIELD", "LEAD_PHONE_FIELD");

	private static final Map<String, String> ENOUGH = Map.of("DATABASE_URL", "postgres://a:b@h/sms", "WEBHOOK_TOKEN",
			"w", "CRON_TOKEN", "c", "AIRTABLE_API_KEY", "k", "LEADS_CONVOS_BASE", "app1", "TEXTGRID_ACCOUNT_SID", "s",
			"TEXTGRID_AUTH_TOKEN", "t");

	@Test
	void requireOfWellSetServePasses() {
		assertThat(Settings.of(ENOUGH).require(Role.SERVE, FIELDS).find("CRON_TOKEN")).contains("c");
	}

	@Test
	void requireNamesAllFaultsAtOnce() {
		var environment = Map.of("PORT", "99999", "DAILY_LIMIT", "many", "QUIET_START_HOUR_LOCAL", "25",
				"TEXTGRID_API_URL", "textgrid", "SANDBOX_CLOCK", "2026-03-02T18:00:00Z", "CONV_STAG_FIELD", "Stage",
				"WEBHOOK_TOKEN", "w");
		assertThatExceptionOfType(WrongSettings.class)
			.isThrownBy(() -> Settings.of(environment).require(Role.SERVE, FIELDS))
			.withMessageContainingAll("PORT is '99999': it must be a whole number from 0 to 65535",
					"DAILY_LIMIT is 'many'", "QUIET_START_HOUR_LOCAL is '25'", "TEXTGRID_API_URL is 'textgrid'",
					"SANDBOX_CLOCK",
					"CONV_STAG_FIELD renames nothing that the engine knows; did you mean CONV_STAGE_FIELD?",
					"DATABASE_URL is missing", "CRON_TOKEN is missing", "AIRTABLE_API_KEY is missing",
					"LEADS_CONVOS_BASE or AIRTABLE_LEADS_CONVOS_BASE_ID is missing", "TEXTGRID_ACCOUNT_SID is missing",
					"TEXTGRID_AUTH_TOKEN is missing")
			.withMessageNotContaining("WEBHOOK_TOKEN");
	}

	@ParameterizedTest
	@CsvSource({ "WORKER_INTERVAL_SEC, 0", "JITTER_SECONDS, -1", "RATE_PER_NUMBER_PER_MIN, 0", "SANDBOX, yes",
			"TEXTGRID_AUTH_SCHEME, digest", "LOG_LEVEL, loud", "KPI_TZ, Chicago", "PUBLIC_URL, engine.example",
			"AI_GPT_4O_URL, ftp://x/v1", "SANDBOX_CLOCK, tomorrow", "AIRTABLE_REQUESTS_PER_SECOND, 51",
			"CRON_TOKEN, two words", "LEADS_CONVOS_BASE, app/1", "FOO_TABLE, Foo" })
	void malformedValueIsAFault(String name, String value) {
		assertThat(faults(name, value)).extracting(Fault::name).contains(name);
	}

	@ParameterizedTest
	@CsvSource({ "WORKER_INTERVAL_SEC, 1", "JITTER_SECONDS, 0", "LOG_LEVEL, DEBUG", "TEXTGRID_AUTH_SCHEME, Basic",
			"PUBLIC_URL, https://engine.example/sms", "KPI_TZ, America/New_York", "CONVERSATIONS_TABLE, My texts",
			"CONV_STAGE_FIELD, My stage", "PORT, 0", "SANDBOX, FALSE", "AGENT_NAME, ''" })
	void wellFormedValueIsNone(String name, String value) {
		assertThat(faults(name, value)).isEmpty();
	}

	@Test
	void secretsAreNotRepeatedInFaults() {
		assertThat(faults("DATABASE_URL", "mysql://a:hush@h")).singleElement().asString().doesNotContain("hush");
	}

	@Test
	void blankValueCountsAsNotSet() {
		assertThat(faults("CRON_TOKEN", "  ")).extracting(Fault::name).containsExactly("CRON_TOKEN");
	}

	@Test
	void lookNeedsNothingButTheDatabase() {
		assertThat(Settings.of(Map.of("DATABASE_URL", "jdbc:postgresql://h/sms")).faults(Role.LOOK, FIELDS)).isEmpty();
	}

	@Test
	void workerThatIsCalledBackNeedsTheTokenForIt() {
		var environment = new HashMap<>(ENOUGH);
		environment.remove("WEBHOOK_TOKEN");
		assertThat(Settings.of(environment).faults(Role.WORKER, FIELDS)).isEmpty();
		environment.put("PUBLIC_URL", "https://engine.example");
		assertThat(Settings.of(environment).faults(Role.WORKER, FIELDS)).extracting(Fault::name)
			.containsExactly("WEBHOOK_TOKEN");
	}

	@Test
	void otherNameOfABaseWillDo() {
		var environment = new HashMap<>(ENOUGH);
		environment.put("AIRTABLE_LEADS_CONVOS_BASE_ID", environment.remove("LEADS_CONVOS_BASE"));
		assertThat(Settings.of(environment).faults(Role.SERVE, FIELDS)).isEmpty();
	}

	@Test
	void defaultsFillOnlyWhatIsNotSet() {
		var settings = Settings.of(Map.of("PORT", "1", "CRON_TOKEN", ""))
			.or(Map.of("PORT", "2", "CRON_TOKEN", "sandbox"));
		assertThat(settings.values()).containsExactlyInAnyOrderEntriesOf(Map.of("PORT", "1", "CRON_TOKEN", "sandbox"));
	}

	private static List<Fault> faults(String name, String value) {
		var environment = new HashMap<>(ENOUGH);
		environment.put(name, value);
		return Settings.of(environment).faults(Role.SERVE, FIELDS);
	}

}

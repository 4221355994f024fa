package rei.sms.config.roles;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.config.SmsEngineApplication;
import rei.sms.db.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line as operators type it, on a real database. */
class RolesTests {

	private static final Map<String, String> ENVIRONMENT = new HashMap<>();

	@BeforeAll
	static void settings() {
		ENVIRONMENT.put("DATABASE_URL", TestDatabase.freshUrl() + "&user=postgres&password=postgres");
		ENVIRONMENT.put("AIRTABLE_API_KEY", "key");
		ENVIRONMENT.put("LEADS_CONVOS_BASE", "appTest");
		ENVIRONMENT.put("AIRTABLE_API_URL", "http://127.0.0.1:1");
		ENVIRONMENT.put("TEXTGRID_ACCOUNT_SID", "sid");
		ENVIRONMENT.put("TEXTGRID_AUTH_TOKEN", "token");
		ENVIRONMENT.put("TEXTGRID_API_URL", "http://127.0.0.1:1");
	}

	@Test
	void pauseStopsWhatIsNamedAndResumeLetsItGo() {
		assertThat(answer("pause", "--market", "Tampa, FL", "--reason", "complaints"))
			.isEqualTo(new Answer(0, "paused  market Tampa, FL since …: complaints\n",
					"No market is known yet, so Tampa, FL stops nothing.\n"));
		assertThat(answer("pause", "--number", "(713) 555-0100").out()).contains("number +17135550100");
		assertThat(answer("resume", "--number", "+17135550100", "--market", "Tampa, FL"))
			.isEqualTo(new Answer(0, "Nothing is paused.\n", ""));
		assertThat(answer("pause", "--json").out()).contains("\"scope\" : \"all\"", "\"value\" : null");
		assertThat(answer("resume").out()).isEqualTo("Nothing is paused.\n");
	}

	@Test
	void peopleListsWhatWaitsAndTakesAnswersOnlyWhenAsked() {
		assertThat(answer("people")).isEqualTo(new Answer(0, "Nothing waits for a person.\n", ""));
		assertThat(answer("people", "--json").out()).contains("\"people\" : [ ]");
		var nobody = "00000000-0000-0000-0000-000000000001";
		assertThat(answer("people", "went", nobody))
			.isEqualTo(new Answer(1, "Nobody asks whether " + nobody + " went.\n", ""));
		assertThat(answer("people", "did-not", nobody, "--json").out()).contains("\"outcome\" : \"not_asked\"");
		assertThat(answer("people", "done", nobody).exit()).isOne();
	}

	@Test
	void runEndsEachJobWithALineAndJobsRemembersIt() {
		var run = answer("run", "autolinker", "quota-reset", "--limit", "5");
		assertThat(run.exit()).isZero();
		assertThat(run.out().lines()).hasSize(2)
			.satisfiesExactly((first) -> assertThat(first).startsWith("autolinker        COMPLETED  0 read, 0 written"),
					(second) -> assertThat(second).startsWith("quota-reset       COMPLETED"));
		assertThat(answer("jobs").out()).contains("run  began", "autolinker        COMPLETED",
				"quota-reset       COMPLETED");
		assertThat(answer("jobs", "show", "1").out()).contains("autolinker", "link-inbound");
	}

	@Test
	void seedsFlagsRunTheirJobs() {
		var run = answer("run", "--autolinker", "--limit", "200", "--json");
		assertThat(run.exit()).isZero();
		assertThat(run.out()).contains("\"job\" : \"autolinker\"", "\"status\" : \"COMPLETED\"", "\"written\" : 0");
	}

	@Test
	void dryRunSaysWhatWaitsAndRunsNothing() {
		assertThat(answer("run", "--all", "--dry-run").out()).contains("autolinker        would take 0 inbound texts")
			.doesNotContain("COMPLETED");
	}

	@Test
	void dryRunOfCampaignsRehearsesThem() {
		var json = answer("run", "campaign-send", "--dry-run", "--json");
		assertThat(json.exit()).isZero();
		assertThat(json.out()).contains("\"would_take\" : [", "\"rehearsed\" : [ ]");
		assertThat(answer("run", "campaign-send", "--dry-run", "--campaign", "Nobody's"))
			.isEqualTo(new Answer(1, "", "There is no campaign Nobody's.\n"));
	}

	@Test
	void unknownExecutionIsSaidInOneLine() {
		assertThat(answer("jobs", "show", "999999")).isEqualTo(new Answer(1, "", "There is no execution 999999.\n"));
		assertThat(answer("jobs", "restart", "999999").exit()).isOne();
	}

	@Test
	void doctorOfATrialFindsNothingBroken(@TempDir Path directory) {
		var environment = Map.of("SANDBOX", "true", "SANDBOX_DIRECTORY", directory.toString(), "DATABASE_URL",
				ENVIRONMENT.get("DATABASE_URL"));
		var answer = answer(environment, "doctor");
		assertThat(answer.out()).contains("ok      settings", "ok      database  PostgreSQL", "ok      airtable",
				"ok      provider", "ok      models    AI: GPT-4o answers");
		assertThat(answer.exit()).isZero();
	}

	@Test
	void doctorNamesEveryFaultAndItsFix() {
		var answer = answer("doctor", "--json");
		assertThat(answer.exit()).isOne();
		assertThat(answer.out()).contains("\"ok\" : false", "CRON_TOKEN is missing", "PUBLIC_URL is not set",
				"neither AGENT_NAME nor COMPANY_NAME is set", "Check AIRTABLE_API_URL", "Check TEXTGRID_API_URL");
	}

	@Test
	void doctorWithoutADatabaseSaysWhatToMendFirst() {
		var answer = answer(Map.of("DATABASE_URL", "postgres://a:hush@127.0.0.1:1/x"), "doctor");
		assertThat(answer.exit()).isOne();
		assertThat(answer.out()).contains("BROKEN  database  Connection to 127.0.0.1:1 refused",
				"Check DATABASE_URL and that the server runs", "not looked at yet");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			run no-such-job          | There is no job no-such-job. The jobs are: airtable-pull
			run                      | Which job? Name one or more, or say --all.
			run autolinker --limit 0 | --limit must be 1 or more.
			run autolinker --limit x | Invalid value for option '--limit'
			run retry --campaign C   | --campaign goes with --dry-run.
			jobs show x              | Invalid value for positional parameter
			pause --number 12        | Invalid value for option '--number': '12' is not a phone number
			run autolnker            | There is no job autolnker. Did you mean autolinker? The jobs are: airtable-pull
			run autolinker --limt 5  | Possible solutions: --limit
			doctr                    | Did you mean: sms-engine doctor
			launch                   | Unmatched argument at index 0: 'launch'
			pause --colour           | Unknown option: '--colour'
			jobs -n 0                | -n is 0: it must be at least 1
			jobs --last -1           | -n is -1: it must be at least 1
			people went x            | Invalid value for positional parameter
			""")
	void callingWronglyIsExplained(String line, String message) {
		var answer = answer(line.split(" "));
		assertThat(answer.exit()).isEqualTo(2);
		assertThat(answer.err()).contains(message);
		assertThat(answer.out()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "help", "help run", "serve --help", "worker --help", "run --help", "jobs --help",
			"jobs show --help", "jobs restart --help", "jobs stop --help", "jobs parked --help", "people --help",
			"people went --help", "pause --help", "resume --help", "doctor --help", "settings --help",
			"completion --help" })
	void helpIsThereForEach(String line) {
		var answer = answer(line.split(" "));
		assertThat(answer.exit()).isZero();
		assertThat(answer.out()).startsWith("Usage: sms-engine");
	}

	@Test
	void completionKnowsRolesJobsAndOptions() {
		var answer = answer("completion");
		assertThat(answer.exit()).isZero();
		assertThat(answer.out()).startsWith("#!/usr/bin/env bash").contains("airtable-pull", "doctor", "--dry-run");
	}

	@Test
	void settingsAreThereForPrograms() {
		assertThat(answer("settings", "--json").out()).contains("\"name\" : \"PORT\"", "\"default\" : \"10000\"");
	}

	@Test
	void wrongSettingsAreListedAndNothingStarts() {
		var answer = answer(Map.of("PORT", "x"), "serve");
		assertThat(answer.exit()).isEqualTo(2);
		assertThat(answer.err()).contains("PORT is 'x'", "DATABASE_URL is missing", "CRON_TOKEN is missing");
	}

	@Test
	void unknownOverridesAreListedWithTheNearestAndNothingStarts() {
		var environment = new HashMap<>(ENVIRONMENT);
		environment.putAll(Map.of("WEBHOOK_TOKEN", "a", "CRON_TOKEN", "b", "CONV_STAEG_FIELD", "Stage", "NUMBER_TABLE",
				"Numbers", "LEAD_PHONE_FIELD", "Phone"));
		for (var role : new String[] { "serve", "worker" }) {
			var answer = answer(environment, role);
			assertThat(answer.exit()).isEqualTo(2);
			assertThat(answer.err())
				.contains("CONV_STAEG_FIELD renames nothing that the engine knows; did you mean CONV_STAGE_FIELD?",
						"NUMBER_TABLE renames nothing that the engine knows; did you mean NUMBERS_TABLE?")
				.doesNotContain("LEAD_PHONE_FIELD renames");
		}
	}

	@Test
	void databaseThatIsAwayIsSaidInOneLine() {
		var answer = answer(Map.of("DATABASE_URL", "postgres://a:hush@127.0.0.1:1/x"), "jobs");
		assertThat(answer.exit()).isOne();
		assertThat(answer.err()).startsWith("The database does not do what the engine asks: Connection to 127.0.0.1:1")
			.doesNotContain("hush", "\tat ");
	}

	private static Answer answer(String... arguments) {
		return answer(ENVIRONMENT, arguments);
	}

	private static Answer answer(Map<String, String> environment, String... arguments) {
		var out = new StringWriter();
		var err = new StringWriter();
		int exit = CommandLineInterface.of(SmsEngineApplication.class, environment)
			.setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err))
			.execute(arguments);
		return new Answer(exit, out.toString().replaceAll("since \\S+:", "since …:"), err.toString());
	}

	private record Answer(int exit, String out, String err) {
	}

}

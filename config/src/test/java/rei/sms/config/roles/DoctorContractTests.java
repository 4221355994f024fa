package rei.sms.config.roles;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.config.SmsEngineApplication;
import rei.sms.db.TestDatabase;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.FieldSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;
import rei.sms.sandbox.trial.SeedSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** What doctor says of bases that differ from the seed's in ten ways. */
class DoctorContractTests {

	private static final String BASE = "appDoctor00000001";

	private static final String REPORTS = "appDoctor00000002";

	/** Each fault and its fix. */
	private static final Map<String, String> FAULTS = Map.of(
			"Conversations.Conversation Stage: the table has no such field",
			"Add the field or name it in CONV_STAGE_FIELD", "Conversations.TextGrid ID: the base computes it",
			"Make it a plain field or name another in CONV_TEXTGRID_ID_FIELD",
			"Conversations.AI Intent: has no option \"timeline_question\"", "Add the option",
			"Conversations.Received Time: has the type number", "Change the field's type",
			"Leads.Phone: the table has no such field", "Add the field or name it in LEAD_PHONE_FIELD",
			"Leads.Lead Status: has no option \"UNDER CONTRACT\"", "Add the option",
			"Prospects.Reply Count: the base computes it",
			"Make it a plain field or name another in PROSPECT_REPLY_COUNT_FIELD",
			"Templates: the base has no table \"Library\"", "Add the table or name it in TEMPLATES_TABLE",
			"Numbers: the base has no table \"Lines\"", "Add the table or name it in NUMBERS_TABLE",
			"KPIs: our token has no access to the base", "Give the token the base and the scopes");

	private static AirtableStandIn airtable;

	private static TextGridStandIn provider;

	@BeforeAll
	static void start() {
		airtable = AirtableStandIn
			.start(AirtableOptions.of(broken(), SeedSchema.bases("x", REPORTS, "x").getLast()).limits(Limits.NONE));
		airtable.forbid(REPORTS);
		provider = TextGridStandIn.start(TextGridOptions.of(House.OURS));
	}

	@AfterAll
	static void stop() {
		provider.close();
		airtable.close();
	}

	@Test
	void tenFaultsAreNamedEachWithItsFix() {
		var answer = answer("doctor");
		assertThat(answer.exit()).isOne();
		FAULTS.forEach((what,
				fix) -> assertThat(
						answer.out().lines().dropWhile((line) -> !line.contains(what)).skip(1).findFirst().orElse(""))
					.as(what)
					.contains("-> " + fix));
		assertThat(answer.out().lines().filter((line) -> line.matches("(lacks |BROKEN) +airtable  (?!base ).*")))
			.hasSize(10);
	}

	@Test
	void programsGetTheSameAsJson() {
		var answer = answer("doctor", "--json");
		assertThat(answer.exit()).isOne();
		var said = JsonMapper.builder().build().readTree(answer.out());
		assertThat(said.get("ok").asBoolean()).isFalse();
		var findings = ofAirtable(said);
		assertThat(findings).hasSize(10);
		assertThat(said.get("findings").valueStream())
			.filteredOn((finding) -> finding.get("what").asString().startsWith("base " + REPORTS))
			.allSatisfy((finding) -> assertThat(finding.get("verdict").asString()).isEqualTo("LACKS"));
		FAULTS.forEach((what, fix) -> assertThat(findings).anySatisfy((finding) -> {
			assertThat(finding.get("what").asString()).startsWith(what);
			assertThat(finding.get("fix").asString()).startsWith(fix);
		}));
		assertThat(findings).filteredOn((finding) -> finding.get("verdict").asString().equals("BROKEN"))
			.extracting((finding) -> finding.get("what").asString().replaceFirst(":.*", ""))
			.containsExactlyInAnyOrder("Conversations.TextGrid ID", "Leads.Phone", "Templates");
	}

	/** What is wrong with the bases' tables, not with the calls to them. */
	private static List<JsonNode> ofAirtable(JsonNode said) {
		return said.get("findings")
			.valueStream()
			.filter((finding) -> finding.get("area").asString().equals("airtable")
					&& !finding.get("verdict").asString().equals("FINE")
					&& !finding.get("what").asString().startsWith("base "))
			.toList();
	}

	private static BaseSpec broken() {
		var seeds = SeedSchema.bases(BASE, REPORTS, BASE).getFirst();
		var conversations = seeds.table("Conversations")
			.with(FieldSpec.formula("TextGrid ID", "RECORD_ID()"))
			.with(FieldSpec.number("Received Time"))
			.with(FieldSpec.select("AI Intent", "intro", "who_is_this", "how_got_number", "interest_detected",
					"ask_price", "offer_discussion", "motivation_detected", "condition_question", "not_interested",
					"wrong_number", "delay", "neutral", "other"));
		var leads = seeds.table("Leads")
			.without("Phone")
			.with(FieldSpec.select("Lead Status", "NEW", "CONTACTED", "ACTIVE COMMUNICATION", "LEAD FOLLOW UP",
					"WARM COMPS?", "MAKE OFFER", "OFFER FOLLOW UP", "DISPOSITION STAGE", "IN ESCROW", "CLOSING SET",
					"DEAD"));
		var prospects = seeds.table("Prospects").with(FieldSpec.count("Reply Count", "Conversations"));
		return seeds.with(conversations).with(leads).with(prospects);
	}

	private static Answer answer(String... arguments) {
		var out = new StringWriter();
		var err = new StringWriter();
		int exit = CommandLineInterface.of(SmsEngineApplication.class, environment())
			.setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err))
			.execute(arguments);
		return new Answer(exit, out.toString());
	}

	private static Map<String, String> environment() {
		var settings = new HashMap<String, String>();
		settings.put("DATABASE_URL", TestDatabase.freshUrl() + "&user=postgres&password=postgres");
		settings.put("WEBHOOK_TOKEN", "hook");
		settings.put("CRON_TOKEN", "cron");
		settings.put("AIRTABLE_API_URL", airtable.url());
		settings.put("AIRTABLE_API_KEY", airtable.token());
		settings.put("LEADS_CONVOS_BASE", BASE);
		settings.put("PERFORMANCE_BASE", REPORTS);
		settings.put("NUMBERS_TABLE", "Lines");
		settings.put("TEXTGRID_API_URL", provider.url());
		settings.put("TEXTGRID_ACCOUNT_SID", provider.accountSid());
		settings.put("TEXTGRID_AUTH_TOKEN", provider.authToken());
		settings.put("CONV_STAGE_FIELD", "Conversation Stage");
		settings.put("TEMPLATES_TABLE", "Library");
		return settings;
	}

	private record Answer(int exit, String out) {
	}

}

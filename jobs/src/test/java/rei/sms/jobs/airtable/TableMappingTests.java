package rei.sms.jobs.airtable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.LeadStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.DeliveryStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rei.sms.jobs.airtable.TestSchema.field;
import static rei.sms.jobs.airtable.TestSchema.mapping;
import static rei.sms.jobs.airtable.TestSchema.select;

class TableMappingTests {

	private static final RecordId ANN = new RecordId("recAnn");

	@Test
	void everyTwinThatTheBaseHasIsWritten() {
		var mapping = mapping(Table.CONVERSATIONS, field("Prospect", "multipleRecordLinks"),
				field("Prospects", "multipleRecordLinks"), field("Campaign Record ID", "singleLineText"));
		var row = new Row().link(ConversationField.PROSPECT_LINK, ANN)
			.link(ConversationField.CAMPAIGN_LINK, new RecordId("recSpring"))
			.link(ConversationField.LEAD_LINK, ANN);
		assertThat(mapping.cells(row).fields()).isEqualTo(Map.of("Prospect", List.of("recAnn"), "Prospects",
				List.of("recAnn"), "Campaign Record ID", "recSpring"));
	}

	@Test
	void onlyTheFirstSpellingThatTheBaseHasIsWritten() {
		var mapping = mapping(Table.LEADS, field("phone", "phoneNumber"),
				field("Seller Phone Number", "singleLineText"));
		assertThat(mapping.cells(new Row().text(LeadField.PHONE, "+15125550177")).fields())
			.isEqualTo(Map.of("phone", "+15125550177"));
		assertThat(mapping.name(LeadField.PHONE)).contains("phone");
	}

	@Test
	void clearingIsExplicitForEveryType() {
		var mapping = mapping(Table.CONVERSATIONS, field("Prospect", "multipleRecordLinks"),
				field("Prospects", "singleLineText"), select("Stage", "DNC"), field("Received Time", "dateTime"),
				field("Sent Count", "number"), field("Message", "multilineText"));
		var row = new Row().link(ConversationField.PROSPECT_LINK, null)
			.word(ConversationField.STAGE, null)
			.time(ConversationField.RECEIVED_TIME, null)
			.number(ConversationField.SENT_COUNT, null)
			.text(ConversationField.MESSAGE, "");
		Map<String, @Nullable Object> cleared = new HashMap<>();
		cleared.put("Prospect", List.of());
		List.of("Prospects", "Stage", "Received Time", "Sent Count", "Message")
			.forEach((name) -> cleared.put(name, null));
		assertThat(mapping.cells(row).fields()).isEqualTo(cleared);
	}

	@Test
	void timesAreWrittenAsTheFieldTakesThem() {
		var mapping = mapping(Table.KPIS, field("Date Start", "date"), field("Date End", "dateTime"),
				field("Timestamp", "dateTime"));
		var row = new Row().day(KpiField.DATE_START, LocalDate.of(2026, 11, 23))
			.day(KpiField.DATE_END, LocalDate.of(2026, 11, 24))
			.time(KpiField.TIMESTAMP, Instant.parse("2026-11-23T18:00:00.123456Z"));
		assertThat(mapping.cells(row).fields()).isEqualTo(Map.of("Date Start", "2026-11-23", "Date End",
				"2026-11-24T00:00:00Z", "Timestamp", "2026-11-23T18:00:00.123Z"));
	}

	@Test
	void computedAndMissingFieldsAreLeftOutAndReported() {
		var mapping = mapping(Table.CONVERSATIONS, field("TextGrid ID", "singleLineText"), field("Message", "formula"));
		assertThat(mapping
			.cells(new Row().text(ConversationField.MESSAGE, "Hi").text(ConversationField.TEXTGRID_ID, "SM1"))
			.fields()).isEqualTo(Map.of("TextGrid ID", "SM1"));
		assertThat(mapping.faults()).contains(
				new Fault(Table.CONVERSATIONS, "Message", "the base computes it, so it is only read",
						"make it a plain field or name another in CONV_MESSAGE_FIELD", false),
				new Fault(Table.CONVERSATIONS, "Direction", "the table has no such field",
						"add the field or name it in CONV_DIRECTION_FIELD", false));
	}

	@ParameterizedTest
	@EnumSource(names = { "SUMMARY", "RESPONSE_TIME", "AI_RESPONSE_TRIGGER" })
	void whatABaseMayComputeIsOnlyRead(ConversationField field) {
		var mapping = mapping(Table.CONVERSATIONS, field(field.usualName(), "formula"));
		assertThat(mapping.cells(new Row().text(field, "x")).fields()).isEmpty();
		assertThat(mapping.faults()).noneMatch((fault) -> fault.field().equals(field.usualName()));
	}

	@Test
	void whatTheBaseMayLackIsNotReported() {
		assertThat(mapping(Table.CONVERSATIONS).faults()).extracting(Fault::field)
			.contains("Stage")
			.doesNotContain("Lead", "AI Response Trigger", "Record ID", "Lead Status (from Lead)", "Prospects");
	}

	@Test
	void aTypeThatCannotHoldTheFieldIsReportedBeforeAnythingIsWritten() {
		var mapping = mapping(Table.LEADS, field("Phone", "number"), field("Reply Count", "checkbox"),
				field("Last Inbound", "number"), field("Source", "singleLineText"), field("Sent Count", "currency"));
		assertThat(mapping.faults()).filteredOn((fault) -> fault.what().startsWith("has the type"))
			.extracting(Fault::toString)
			.containsExactlyInAnyOrder(
					"Leads.Phone: has the type number, which cannot hold it; change the field's type",
					"Leads.Reply Count: has the type checkbox, which cannot hold it; change the field's type",
					"Leads.Last Inbound: has the type number, which cannot hold it; change the field's type");
	}

	@Test
	void withoutItsKeyATableIsUnusable() {
		assertThat(mapping(Table.LEADS, field("Source", "singleLineText")).isUsable()).isFalse();
		assertThat(mapping(Table.LEADS, field("Phone", "formula")).isUsable()).isFalse();
		assertThat(mapping(Table.LEADS, field("Phone", "phoneNumber")).isUsable()).isTrue();
		assertThat(mapping(Table.LEADS).faults()).anyMatch(Fault::breaksRun);
	}

	@Test
	void aMissingTableIsReportedUnlessItIsOptional() {
		var nothing = new BaseSchema(List.of());
		var names = new FieldNames((_) -> null);
		assertThat(TableMapping.of(Table.LEADS, "Leads", nothing, names).faults()).containsExactly(new Fault(
				Table.LEADS, "", "the base has no table \"Leads\"", "add the table or name it in LEADS_TABLE", true));
		assertThat(TableMapping.of(Table.KPIS, "KPIs", nothing, names).faults()).noneMatch(Fault::breaksRun).hasSize(1);
		assertThat(TableMapping.of(Table.OPT_OUTS, "Opt-Outs", nothing, names).faults()).isEmpty();
		assertThat(TableMapping.of(Table.OPT_OUTS, "Opt-Outs", nothing, names).isUsable()).isFalse();
	}

	@Test
	void anOverrideThatTheBaseLacksIsReportedByItsName() {
		var names = new FieldNames(Map.of("CONV_LEAD_LINK_FIELD", "Seller")::get);
		assertThat(mapping(Table.CONVERSATIONS, names, field("Lead", "multipleRecordLinks")).faults())
			.contains(new Fault(Table.CONVERSATIONS, "Seller", "the table has no such field",
					"add the field or name it in CONV_LEAD_LINK_FIELD", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "WARM COMPS?", "Warm Comps?", "Run Comps", "RUN COMPS" })
	void aWordIsWrittenAndReadInTheSpellingThatTheBaseOffers(String option) {
		var mapping = mapping(Table.LEADS, select("Lead Status", "DEAD", option));
		assertThat(mapping.cells(new Row().word(LeadField.STATUS, LeadStatus.WARM_COMPS)).fields())
			.isEqualTo(Map.of("Lead Status", option));
		assertThat(reading(mapping, "{\"Lead Status\":\"" + option + "\"}").word(LeadField.STATUS, LeadStatus.class))
			.contains(LeadStatus.WARM_COMPS);
	}

	@Test
	void theExactOptionWinsOverAnOlderSpelling() {
		var mapping = mapping(Table.CAMPAIGNS, select("Status", "Active", "Running"));
		assertThat(mapping.cells(new Row().word(CampaignField.STATUS, CampaignStatus.RUNNING)).fields())
			.isEqualTo(Map.of("Status", "Running"));
	}

	@Test
	void aMissingOptionIsLeftOutAndReportedNeverMade() {
		var mapping = mapping(Table.CONVERSATIONS, field("TextGrid ID", "singleLineText"),
				select("Delivery Status", "SENT", "DELIVERED"));
		var fault = new Fault(Table.CONVERSATIONS, "Delivery Status", "has no option \"OPT OUT\"", "add the option",
				false);
		var cells = mapping.cells(new Row().word(ConversationField.STATUS, DeliveryStatus.OPT_OUT));
		assertThat(cells.fields()).isEmpty();
		assertThat(cells.leftOut()).containsExactly(fault);
		assertThat(mapping.faults()).contains(fault);
	}

	@Test
	void aFieldOfTheWrongTypeIsLeftOutAndReported() {
		var mapping = mapping(Table.CONVERSATIONS, field("Sent Count", "multipleAttachments"),
				field("Stage", "number"));
		var cells = mapping
			.cells(new Row().number(ConversationField.SENT_COUNT, 3).word(ConversationField.STAGE, Stage.DNC));
		assertThat(cells.fields()).isEmpty();
		assertThat(cells.leftOut()).extracting(Fault::field).containsExactly("Sent Count", "Stage");
	}

	@Test
	void aTextThatStandsForMoreIsWrittenAndReported() {
		var mapping = mapping(Table.CONVERSATIONS, field("TextGrid ID", "singleLineText"),
				field("Sent Count", "singleLineText"), field("Received Time", "multilineText"),
				field("Prospects", "singleLineText"), field("Stage", "singleLineText"),
				field("AI Response Trigger", "singleLineText"));
		assertThat(mapping.faults()).filteredOn((fault) -> fault.what().contains("written as a text"))
			.extracting(Fault::field, Fault::fix, Fault::breaksRun)
			.containsExactlyInAnyOrder(tuple("Sent Count", "make it a number", false),
					tuple("Received Time", "make it a date", false),
					tuple("Prospects", "make it a link to its table", false),
					tuple("Stage", "make it a single select", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:1", "http://127.0.0.1:1/", "http://127.0.0.1:1/v0",
			"http://127.0.0.1:1/v0/" })
	void theAddressMayEndInTheVersionThatItNeedNotHave(String address) {
		var properties = new AirtableProperties(address, "", "", "", "", 5, 1, Duration.ZERO, Duration.ZERO,
				Duration.ZERO, Map.of());
		assertThat(properties.root().build()).hasToString("http://127.0.0.1:1/v0");
	}

	@Test
	void wordsNumbersAndFlagsFitIntoTextToo() {
		var mapping = mapping(Table.CONVERSATIONS, field("Stage", "singleLineText"),
				field("Sent Count", "singleLineText"), field("AI Response Trigger", "singleLineText"));
		var row = new Row().word(ConversationField.STAGE, Stage.DNC)
			.number(ConversationField.SENT_COUNT, 3)
			.flag(ConversationField.AI_RESPONSE_TRIGGER, false);
		Map<String, @Nullable Object> cells = new HashMap<>(Map.of("Stage", "DNC", "Sent Count", "3"));
		cells.put("AI Response Trigger", null);
		assertThat(mapping.cells(row).fields()).isEqualTo(cells);
	}

	@Test
	void readingUnderstandsEachKindOfCell() {
		var mapping = mapping(Table.LEADS, field("Phone", "phoneNumber"), field("Last Inbound", "dateTime"),
				field("Last Outbound", "date"), field("Sent Count", "number"), field("Prospect", "multipleRecordLinks"),
				field("Market (from Prospect)", "multipleLookupValues"));
		var lead = reading(mapping, """
				{"Phone":" +15125550177 ","Last Inbound":"2026-11-23T18:00:00.000Z","Last Outbound":"2026-11-22",
				"Sent Count":7,"Prospect":["recAnn"],"Market (from Prospect)":["Tampa, FL"]}""");
		assertThat(lead.text(LeadField.PHONE)).contains("+15125550177");
		assertThat(lead.time(LeadField.LAST_INBOUND)).contains(Instant.parse("2026-11-23T18:00:00Z"));
		assertThat(lead.time(LeadField.LAST_OUTBOUND)).contains(Instant.parse("2026-11-22T00:00:00Z"));
		assertThat(lead.number(LeadField.SENT_COUNT)).contains(7L);
		assertThat(lead.links(LeadField.PROSPECT_LINK)).containsExactly(ANN);
		assertThat(lead.text(LeadField.MARKET)).contains("Tampa, FL");
	}

	@Test
	void readingTellsAnEmptyCellFromAFieldThatIsNotThere() {
		var lead = reading(mapping(Table.LEADS, field("Phone", "phoneNumber")), "{}");
		assertThat(lead.text(LeadField.PHONE)).isEmpty();
		assertThat(lead.knows(LeadField.PHONE)).isTrue();
		assertThat(lead.knows(LeadField.SOURCE)).isFalse();
	}

	@Test
	void readingIgnoresWhatItCannotRead() {
		var mapping = mapping(Table.LEADS, field("Last Inbound", "singleLineText"), select("Lead Status", "Odd"),
				field("Prospect", "singleLineText"));
		var lead = reading(mapping, "{\"Last Inbound\":\"yesterday\",\"Lead Status\":\"Odd\",\"Prospect\":\"Ann\"}");
		assertThat(lead.time(LeadField.LAST_INBOUND)).isEmpty();
		assertThat(lead.word(LeadField.STATUS, LeadStatus.class)).isEmpty();
		assertThat(lead.links(LeadField.PROSPECT_LINK)).isEmpty();
	}

	@Test
	void flagsAreBoxesOrTexts() {
		var box = mapping(Table.PROSPECTS, field("Opt Out?", "checkbox"));
		assertThat(reading(box, "{\"Opt Out?\":true}").flag(ProspectField.OPT_OUT)).isTrue();
		assertThat(reading(box, "{}").flag(ProspectField.OPT_OUT)).isFalse();
		var text = mapping(Table.PROSPECTS, field("Opt Out?", "singleLineText"));
		assertThat(reading(text, "{\"Opt Out?\":\"x\"}").flag(ProspectField.OPT_OUT)).isTrue();
	}

	@Test
	void namesAndIdsAskForNoOtherFields() {
		var mapping = mapping(Table.CONVERSATIONS, field("Prospect", "multipleRecordLinks"),
				field("Prospects", "multipleRecordLinks"));
		assertThat(mapping.names(List.of(ConversationField.PROSPECT_LINK, ConversationField.STAGE)))
			.containsExactly("Prospect", "Prospects");
		assertThat(mapping.fieldIds(List.of(ConversationField.PROSPECT_LINK))).containsExactly("fldProspect",
				"fldProspects");
		assertThat(mapping.tableId()).isEqualTo(Optional.of("tblX"));
	}

	private static Reading reading(TableMapping mapping, String fields) {
		return mapping
			.read(AirtableRecord.read(JsonMapper.shared().readTree("{\"id\":\"recX\",\"fields\":" + fields + "}")));
	}

}

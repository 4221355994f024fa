package rei.sms.sandbox.trial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.StoredRow;

import static org.assertj.core.api.Assertions.assertThat;

class TrialDataTests {

	private static final Instant NOW = Instant.parse("2026-03-04T18:00:00Z");

	private static final AirtableStandIn AIRTABLE = AirtableStandIn.start(
			AirtableOptions.of(SeedSchema.bases("appLeads", "appPerformance", "appControl").toArray(BaseSpec[]::new)));

	private static final List<String> NUMBERS = TrialData.fill(AIRTABLE,
			new TrialBases("appLeads", "appPerformance", "appControl"), NOW, 7);

	@AfterAll
	static void close() {
		AIRTABLE.close();
	}

	@Test
	void everyPhoneIsValidInItsMarket() throws NumberParseException {
		var phones = PhoneNumberUtil.getInstance();
		for (StoredRow prospect : rows("appLeads", "Prospects")) {
			for (String field : List.of("Phone 1", "Phone 2")) {
				String phone = prospect.text(field);
				if (phone != null) {
					assertThat(phones.isValidNumberForRegion(phones.parse(phone, "US"), "US")).as(phone).isTrue();
				}
			}
		}
		assertThat(NUMBERS).hasSize(12).allMatch((number) -> number.matches("\\+1(713|281|832|346|704|980)\\d{7}"));
		assertThat(rows("appControl", "Numbers")).extracting((row) -> row.text("Market"))
			.containsOnly("Houston, TX", "Charlotte, NC");
	}

	@Test
	void listHasTheOdditiesOfABoughtList() {
		List<StoredRow> prospects = rows("appLeads", "Prospects");
		assertThat(prospects).hasSize(400);
		assertThat(names(prospects)).anyMatch((name) -> name.endsWith("LLC"))
			.anyMatch((name) -> name.matches("[A-Z]+, [A-Z]+"))
			.anyMatch((name) -> name.matches("[A-Z] \\w+"));
		Map<String, Long> byPhone = prospects.stream()
			.collect(Collectors.groupingBy((row) -> digits(row.text("Phone 1")), Collectors.counting()));
		assertThat(byPhone.values()).contains(2L);
		assertThat(prospects).anyMatch((row) -> row.text("Phone 2") != null);
	}

	@Test
	void campaignsAreOpenAndHaveTheirPeople() {
		assertThat(rows("appLeads", "Campaigns")).hasSize(2).allSatisfy((campaign) -> {
			assertThat(campaign.text("Status")).isEqualTo("Running");
			assertThat(Instant.parse(Objects.requireNonNull(campaign.text("Start Time")))).isBefore(NOW);
			assertThat(Instant.parse(Objects.requireNonNull(campaign.text("End Time")))).isAfter(NOW);
			assertThat(campaign.links("Prospects")).hasSize(200);
			assertThat(campaign.links("Templates")).hasSizeGreaterThan(2);
		});
	}

	@Test
	void firstTouchesNameTheSenderAndTheWayOut() {
		List<StoredRow> templates = rows("appLeads", "Templates");
		assertThat(templates)
			.filteredOn((row) -> Objects.requireNonNull(row.text("Internal ID")).startsWith("S1-INTRO"))
			.hasSizeGreaterThan(2)
			.allSatisfy(
					(row) -> assertThat(row.text("Message")).contains("{Agent}", "{Company}", "Reply STOP to opt out"));
		assertThat(templates).extracting((row) -> row.text("Category"))
			.contains("Intro", "Positive", "Negative", "Price Check", "Delay", "Wrong Number", "Not Owner",
					"Misc Request", "Closing", "Opt-Out");
	}

	@Test
	void emptyTablesWait() {
		assertThat(Stream.of("Leads", "Conversations").map((table) -> AIRTABLE.count("appLeads", table)))
			.containsOnly(0);
		assertThat(AIRTABLE.count("appPerformance", "KPIs") + AIRTABLE.count("appControl", "Opt-Outs")).isZero();
	}

	private static List<StoredRow> rows(String base, String table) {
		return AIRTABLE.rows(base, table);
	}

	private static List<String> names(List<StoredRow> rows) {
		return rows.stream().map((row) -> Objects.requireNonNull(row.text("Name"))).toList();
	}

	private static String digits(@org.jspecify.annotations.Nullable String phone) {
		return Objects.requireNonNull(phone).replaceAll("\\D", "").replaceFirst("^1", "");
	}

}

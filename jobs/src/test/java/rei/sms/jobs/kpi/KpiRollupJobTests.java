package rei.sms.jobs.kpi;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import rei.sms.db.Sql;
import rei.sms.db.kpi.Kpis;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** What a day, a week and a month come to, however often they are counted. */
@JobTest
@Import({ KpiRollupJob.class, PerformanceTable.class, Alerts.class, AlertWebhook.class, Tail.class,
		KpiRollupJobTests.NothingToSend.class })
class KpiRollupJobTests {

	private static final MockWebServer chat = new MockWebServer();

	@Autowired
	private TestRows rows;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private MutableClock clock;

	@Autowired
	@Qualifier("kpiRollup")
	private Job kpiRollup;

	private UUID prospect = UUID.randomUUID();

	@DynamicPropertySource
	static void alertsGoToTheChat(DynamicPropertyRegistry settings) throws IOException {
		chat.start();
		settings.add("kpi.alert-webhook-url", () -> chat.url("/hook").toString());
		settings.add("airtable.leads-convos-base", () -> "appLeads");
		settings.add("airtable.api-key", () -> "pat-s3cret");
	}

	@AfterAll
	static void closeTheChat() {
		chat.close();
	}

	@BeforeEach
	void noonOnATuesday() {
		this.rows.clear();
		this.clock.set(Instant.parse("2026-12-01T18:00:00Z"));
	}

	@Test
	void countByCampaignMarketAndAllAndTheSameAgain() {
		var campaign = northOfHouston();
		// 23:30 on Monday in Chicago is Tuesday in UTC: it counts for Monday, for this
		// week, and for November.
		outbound(campaign, "DELIVERED", "2026-12-01T05:30:00Z");
		outbound(campaign, "DELIVERED", "2026-12-01T16:00:00Z");
		outbound(campaign, "FAILED", "2026-12-01T17:00:00Z");
		this.rows.insert("conversation",
				Map.of("direction", "INBOUND", "seller_phone", "+17132340001", "body", "stop", "request", "STOP",
						"prospect_id", this.prospect, "campaign_id", campaign, "our_number", "+17132000001",
						"created_at", Sql.at(Instant.parse("2026-12-01T17:30:00Z"))));

		assertThat(this.jobs.run(this.kpiRollup).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(value("TOTAL_SENT", "ALL", "ALL", "DAILY", "2026-12-01")).isEqualTo("2.0000");
		assertThat(value("TOTAL_SENT", "ALL", "ALL", "DAILY", "2026-11-30")).isEqualTo("1.0000");
		assertThat(value("TOTAL_SENT", "North", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("3.0000");
		assertThat(value("TOTAL_SENT", "ALL", "Houston, TX", "MONTHLY", "2026-11-01")).isEqualTo("1.0000");
		assertThat(value("DELIVERY_RATE", "ALL", "ALL", "DAILY", "2026-12-01")).isEqualTo("50.0000");
		assertThat(value("OPTOUTS", "North", "ALL", "DAILY", "2026-12-01")).isEqualTo("1.0000");

		var before = this.rows.text("SELECT md5(string_agg(k::text, ';' ORDER BY k::text)) FROM kpi k");
		this.clock.advance(Duration.ofMinutes(5));
		this.jobs.run(this.kpiRollup);
		assertThat(this.rows.text("SELECT md5(string_agg(k::text, ';' ORDER BY k::text)) FROM kpi k"))
			.isEqualTo(before);
	}

	@Test
	void replyCountsForTheNumberAndTheTemplateThatItAnswers() {
		var campaign = northOfHouston();
		for (var name : List.of("Feeler", "Follow up")) {
			var version = template(name);
			var hour = name.equals("Feeler") ? "15" : "17";
			this.rows.insert("conversation", outbound(campaign, Map.of("status", "DELIVERED", "sent_at",
					at("2026-12-01T" + hour + ":00:00Z"), "template_version_id", version, "segments", 2)));
		}
		reply("yes", "NONE", "2026-12-01T16:00:00Z");
		reply("stop", "STOP", "2026-12-01T17:30:00Z");
		this.rows.insert("lead", Map.of("phone", "+17132340001", "prospect_id", this.prospect, "status", "NEW",
				"created_at", at("2026-12-01T16:01:00Z")));
		this.jobs.run(this.kpiRollup);
		assertThat(ofTemplate("Feeler")).isEqualTo(
				"COST 0.0150, DELIVERED 1, DELIVERY_RATE 100, FAILED 0, LEADS 1, OPTOUTS 0, OPTOUT_RATE 0, REPLY_RATE 100, RESPONSES 1, SEGMENTS 2, TOTAL_SENT 1");
		assertThat(ofTemplate("Follow up")).contains("OPTOUTS 1, OPTOUT_RATE 100", "LEADS 0");
		assertThat(this.rows.text("""
				SELECT string_agg(metric || ' ' || trim_scale(value), ', ' ORDER BY metric) FROM kpi
				WHERE number = '+17132000001' AND period = 'MONTHLY' AND metric IN ('TOTAL_SENT', 'RESPONSES', 'LEADS')
				""")).isEqualTo("LEADS 1, RESPONSES 2, TOTAL_SENT 2");
	}

	@Test
	void figuresOfNumbersAndTemplatesGoToAirtableOnceTheBaseTellsThemApart() {
		outbound(northOfHouston(), "DELIVERED", "2026-12-01T16:00:00Z");
		this.jobs.run(this.kpiRollup);
		var ofNumbers = "kpi WHERE number <> 'ALL' AND version > mirrored_version";
		assertThat(this.rows.count(ofNumbers)).isZero();
		assertThat(this.rows.count("kpi WHERE market <> 'ALL' AND version > mirrored_version")).isPositive();
		this.jdbc.sql("INSERT INTO airtable_base (base_id, schema) VALUES ('appLeads', :schema)").param("schema", """
				{"tables": [{"id": "tbl1", "name": "KPIs", "fields": [
					{"id": "fld1", "name": "Name", "type": "singleLineText"},
					{"id": "fld2", "name": "Number", "type": "singleLineText"},
					{"id": "fld3", "name": "Template", "type": "singleLineText"}]}]}
				""").update();
		this.jobs.run(this.kpiRollup);
		assertThat(this.rows.count(ofNumbers)).isPositive();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void anyHistoryComesToWhatACountOfItSaysHoweverOftenItIsCounted(long seed) {
		var history = new RandomHistory(this.rows, seed);
		this.clock.set(Instant.parse("2026-12-10T18:00:00Z"));
		this.jobs.run(this.kpiRollup);
		var rows = "SELECT md5(string_agg(k::text, ';' ORDER BY k::text)) FROM kpi k";
		var before = this.rows.text(rows);
		assertThat(this.counted()).containsExactlyInAnyOrderEntriesOf(history.counted());
		this.jdbc.sql("TRUNCATE kpi_day").update();
		this.clock.advance(Duration.ofMinutes(5));
		this.jobs.run(this.kpiRollup);
		assertThat(this.rows.text(rows)).isEqualTo(before);
	}

	@Test
	void aroundTheFirstOfAMonthBothMonthsAreCounted() {
		assertThat(KpiRollupJob.around(LocalDate.of(2026, 12, 1), List.of())).extracting(DueWindow::key)
			.containsExactly("DAILY 2026-11-30", "DAILY 2026-12-01", "WEEKLY 2026-11-30", "MONTHLY 2026-11-01",
					"MONTHLY 2026-12-01");
	}

	@Test
	void countCatchesUpWithDaysThatNoRunCounted() {
		var campaign = northOfHouston();
		outbound(campaign, "DELIVERED", "2026-11-24T16:00:00Z");
		outbound(campaign, "DELIVERED", "2026-11-25T16:00:00Z");
		this.jobs.run(this.kpiRollup);
		assertThat(value("TOTAL_SENT", "North", "ALL", "DAILY", "2026-11-24")).isEqualTo("1.0000");
		assertThat(value("TOTAL_SENT", "North", "ALL", "WEEKLY", "2026-11-23")).isEqualTo("2.0000");
		assertThat(value("TOTAL_SENT", "North", "ALL", "MONTHLY", "2026-11-01")).isEqualTo("2.0000");
		assertThat(this.rows.text("SELECT max(day) FROM kpi_day")).isEqualTo("2026-11-29");
	}

	@Test
	void countWaitsADayForLateReceipts() {
		var campaign = northOfHouston();
		outbound(campaign, "SENT", "2026-12-01T16:00:00Z");
		this.jobs.run(this.kpiRollup);
		this.clock.set(Instant.parse("2026-12-03T05:00:00Z"));
		this.jdbc.sql("UPDATE conversation SET status = 'DELIVERED'").update();
		this.clock.set(Instant.parse("2026-12-03T18:00:00Z"));
		this.jobs.run(this.kpiRollup);
		assertThat(value("DELIVERED", "North", "ALL", "DAILY", "2026-12-01")).isEqualTo("1.0000");
		assertThat(value("DELIVERED", "ALL", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("1.0000");
		this.jdbc.sql("UPDATE conversation SET status = 'FAILED'").update();
		this.jobs.run(this.kpiRollup);
		assertThat(value("DELIVERED", "North", "ALL", "DAILY", "2026-12-01")).isEqualTo("1.0000");
	}

	@Test
	void countTakesBackWhatARenamedCampaignHad() {
		var campaign = northOfHouston();
		outbound(campaign, "DELIVERED", "2026-12-01T16:00:00Z");
		this.jobs.run(this.kpiRollup);
		this.jdbc.sql("UPDATE campaign SET name = 'South'").update();
		this.jobs.run(this.kpiRollup);
		assertThat(value("TOTAL_SENT", "North", "ALL", "DAILY", "2026-12-01")).isEqualTo("0.0000");
		assertThat(value("TOTAL_SENT", "North", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("0.0000");
		assertThat(value("TOTAL_SENT", "South", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("1.0000");
		assertThat(value("TOTAL_SENT", "ALL", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("1.0000");
	}

	@Test
	void medianOfAWeekIsLookedUpOverItsReplies() {
		var campaign = northOfHouston();
		reply(campaign, "2026-12-01T16:00:00Z", 1);
		reply(campaign, "2026-12-01T16:01:00Z", 2);
		reply(campaign, "2026-11-30T16:00:00Z", 60);
		this.jobs.run(this.kpiRollup);
		assertThat(value("MEDIAN_RESPONSE_MINUTES", "ALL", "ALL", "DAILY", "2026-12-01")).isEqualTo("1.5000");
		assertThat(value("MEDIAN_RESPONSE_MINUTES", "North", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("2.0000");
	}

	@Test
	void restartAfterAFailureCountsWhatIsLeft() {
		outbound(northOfHouston(), "DELIVERED", "2026-12-01T16:00:00Z");
		this.rows.failWrites("kpi", "NEW.period = 'WEEKLY'");
		var failed = this.jobs.run(this.kpiRollup);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.rows.count("kpi WHERE period = 'DAILY'")).isPositive();
		assertThat(this.rows.count("kpi WHERE period <> 'DAILY'")).isZero();
		this.rows.mend("kpi");
		assertThat(this.jobs.restart(failed).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(value("TOTAL_SENT", "ALL", "ALL", "WEEKLY", "2026-11-30")).isEqualTo("1.0000");
		assertThat(value("TOTAL_SENT", "ALL", "ALL", "MONTHLY", "2026-12-01")).isEqualTo("1.0000");
	}

	@Test
	void alertReportsTakesBackAndRestsADay() throws Exception {
		var campaign = northOfHouston();
		for (int text = 0; text < 50; text++) {
			outbound(campaign, (text < 40) ? "DELIVERED" : "UNDELIVERED", "2026-12-01T16:00:00Z");
		}
		chat.enqueue(new MockResponse(500, Headers.EMPTY, ""));
		chat.enqueue(new MockResponse(200, Headers.EMPTY, "ok"));
		chat.enqueue(new MockResponse(200, Headers.EMPTY, "ok"));
		this.jobs.run(this.kpiRollup);
		assertThat(this.rows
			.text("SELECT string_agg(subject, ' ' ORDER BY subject) FROM problem WHERE code = 'delivery-rate'"))
			.isEqualTo("ALL North");
		this.jobs.run(this.kpiRollup);
		assertThat(this.rows.count("problem WHERE code = 'alert-webhook'")).isZero();
		this.clock.advance(Duration.ofHours(5));
		this.jobs.run(this.kpiRollup);
		assertThat(chat.getRequestCount()).isEqualTo(3);
		assertThat(List.of(body(chat), body(chat), body(chat)))
			.allMatch((body) -> body.contains("only 40 of 50 texts of 2026-12-01 were delivered (80.0 %)"));
		this.jdbc.sql("UPDATE conversation SET status = 'DELIVERED'").update();
		this.jobs.run(this.kpiRollup);
		assertThat(this.rows.count("problem")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "50, 40, 10, 0, delivery-rate", "50, 45, 5, 0, ", "200, 40, 5, 0, ", "200, 200, 0, 4, ",
			"200, 200, 0, 5, opt-out-rate", "49, 0, 49, 49, " })
	void alertWhenADayTellsSomethingWrong(int sent, int delivered, int failed, int optOuts, String alert) {
		var rule = new AlertRule(50, new BigDecimal("2.5"), new BigDecimal("90"));
		assertThat(rule.look(new Kpis.Day("North", LocalDate.of(2026, 12, 1), sent, delivered, failed, optOuts)))
			.extracting(Alert::code)
			.isEqualTo((alert != null) ? List.of(alert) : List.of());
	}

	private UUID northOfHouston() {
		this.prospect = this.rows.insert("prospect", Map.of("phone1", "+17132340001", "market", "Houston, TX"));
		this.rows.insert("number", Map.of("phone", "+17132000001", "market", "Houston, TX"));
		return this.rows.insert("campaign", Map.of("name", "North", "status", "RUNNING", "market", "Houston, TX"));
	}

	/** Every count that is not nought, by what it counts. */
	private Map<String, Integer> counted() {
		return this.jdbc.sql("""
				SELECT concat_ws('|', metric, campaign, market, number, template, period, date_start) AS what, value
				FROM kpi WHERE metric IN ('TOTAL_SENT', 'DELIVERED', 'RESPONSES', 'OPTOUTS', 'SEGMENTS') AND value <> 0
				""")
			.query((rs, _) -> Map.entry(rs.getString("what"), rs.getInt("value")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private UUID template(String name) {
		var template = this.rows.insert("template", Map.of("airtable_id", "rec" + name));
		return this.rows.insert("template_version",
				Map.of("template_id", template, "number", 1, "name", name, "message", "Hi"));
	}

	private void reply(String body, String request, String at) {
		this.rows.insert("conversation", Map.of("direction", "INBOUND", "seller_phone", "+17132340001", "body", body,
				"request", request, "prospect_id", this.prospect, "our_number", "+17132000001", "created_at", at(at)));
	}

	private String ofTemplate(String name) {
		return this.rows.text("""
				SELECT string_agg(metric || ' ' || CASE metric WHEN 'COST' THEN value ELSE trim_scale(value) END, ', '
					ORDER BY metric COLLATE "C")
				FROM kpi WHERE template = '%s' AND period = 'DAILY' AND date_start = '2026-12-01'
				""".formatted(name));
	}

	private String value(String metric, String campaign, String market, String period, String start) {
		return this.rows.text("""
				SELECT value FROM kpi WHERE metric = '%s' AND campaign = '%s' AND market = '%s' AND period = '%s'
					AND date_start = '%s' AND number = 'ALL' AND template = 'ALL'
				""".formatted(metric, campaign, market, period, start));
	}

	private void outbound(UUID campaign, String status, String sentAt) {
		this.rows.insert("conversation", outbound(campaign, Map.of("status", status, "sent_at", at(sentAt))));
	}

	private void reply(UUID campaign, String sentAt, int minutes) {
		this.rows.insert("conversation",
				outbound(campaign, Map.of("status", "DELIVERED", "sent_at", at(sentAt), "response_minutes", minutes)));
	}

	private Map<String, Object> outbound(UUID campaign, Map<String, ?> values) {
		var text = new HashMap<String, Object>(
				Map.of("direction", "OUTBOUND", "seller_phone", "+17132340001", "our_number", "+17132000001", "body",
						"Hi", "prospect_id", this.prospect, "campaign_id", campaign, "segments", 1));
		text.putAll(values);
		text.put("created_at", text.get("sent_at"));
		return text;
	}

	private static OffsetDateTime at(String instant) {
		return Sql.at(Instant.parse(instant));
	}

	private static String body(MockWebServer server) throws InterruptedException {
		return Objects.requireNonNull(server.takeRequest().getBody()).utf8();
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "rei.sms.jobs.airtable",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
	static class NothingToSend {

		@Bean(Tail.DISPATCH)
		Step dispatch(Steps steps) {
			return steps.single(Tail.DISPATCH, (contribution, context) -> RepeatStatus.FINISHED).build();
		}

	}

}

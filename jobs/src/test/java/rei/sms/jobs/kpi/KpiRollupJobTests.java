package rei.sms.jobs.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

import rei.sms.db.Sql;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** What a day, a week and a month come to, however often they are counted. */
@JobTest
@Import({ KpiRollupJob.class, Alerts.class, Tail.class, KpiRollupJobTests.NothingToSend.class })
class KpiRollupJobTests {

	@Autowired
	private TestRows rows;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private MutableClock clock;

	@Autowired
	@Qualifier("kpiRollup")
	private Job kpiRollup;

	@BeforeEach
	void noonOnATuesday() {
		this.rows.clear();
		this.clock.set(Instant.parse("2026-12-01T18:00:00Z"));
	}

	@Test
	void countByCampaignMarketAndAllAndTheSameAgain() {
		var prospect = this.rows.insert("prospect", Map.of("phone1", "+17132340001", "market", "Houston, TX"));
		var campaign = this.rows.insert("campaign",
				Map.of("name", "North", "status", "RUNNING", "market", "Houston, TX"));
		this.rows.insert("number", Map.of("phone", "+17132000001", "market", "Houston, TX"));
		// 23:30 on Monday in Chicago is Tuesday in UTC: it counts for Monday, for this
		// week, and for November.
		outbound(prospect, campaign, "DELIVERED", "2026-12-01T05:30:00Z");
		outbound(prospect, campaign, "DELIVERED", "2026-12-01T16:00:00Z");
		outbound(prospect, campaign, "FAILED", "2026-12-01T17:00:00Z");
		this.rows.insert("conversation",
				Map.of("direction", "INBOUND", "seller_phone", "+17132340001", "body", "stop", "request", "STOP",
						"prospect_id", prospect, "campaign_id", campaign, "our_number", "+17132000001", "created_at",
						Sql.at(Instant.parse("2026-12-01T17:30:00Z"))));

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
	void aroundTheFirstOfAMonthBothMonthsAreCounted() {
		assertThat(KpiRollupJob.around(LocalDate.of(2026, 12, 1))).hasSize(5);
	}

	private String value(String metric, String campaign, String market, String period, String start) {
		return this.rows.text("""
				SELECT value FROM kpi WHERE metric = '%s' AND campaign = '%s' AND market = '%s' AND period = '%s'
					AND date_start = '%s'
				""".formatted(metric, campaign, market, period, start));
	}

	private void outbound(Object prospect, Object campaign, String status, String sentAt) {
		this.rows.insert("conversation",
				Map.of("direction", "OUTBOUND", "seller_phone", "+17132340001", "our_number", "+17132000001", "body",
						"Hi", "status", status, "prospect_id", prospect, "campaign_id", campaign, "segments", 1,
						"sent_at", Sql.at(Instant.parse(sentAt))));
	}

	@Configuration(proxyBeanMethods = false)
	static class NothingToSend {

		@Bean(Tail.DISPATCH)
		Step dispatch(Steps steps) {
			return steps.single(Tail.DISPATCH, (contribution, context) -> RepeatStatus.FINISHED).build();
		}

	}

}

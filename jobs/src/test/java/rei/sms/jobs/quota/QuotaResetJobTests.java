package rei.sms.jobs.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.NumberSent;
import rei.sms.db.number.SendingNumbers;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** When each number's day begins, and what is forgotten. */
@JobTest
@Import(QuotaResetJob.class)
class QuotaResetJobTests {

	private static final PhoneNumber MIAMI = new PhoneNumber("+13055550100");

	private static final PhoneNumber LOS_ANGELES = new PhoneNumber("+12135550100");

	/** Half past midnight in Miami, half past nine in the evening in Los Angeles. */
	private static final Instant MIAMI_MIDNIGHT = Instant.parse("2026-11-24T05:30:00Z");

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

	@Autowired
	private Job quotaReset;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private MutableClock clock;

	@Autowired
	private SendingNumbers numbers;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void twoNumbersOnMonday() {
		this.rows.clear();
		number(MIAMI, "Miami, FL");
		number(LOS_ANGELES, "Los Angeles, CA");
		this.clock.set(MIAMI_MIDNIGHT);
	}

	@Test
	void resetAtMidnightOfTheNumbersOwnMarket() {
		var execution = this.jobs.run(this.quotaReset);
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(TestJobs.step(execution, "begin-days").getWriteCount()).isEqualTo(1);
		assertThat(sentToday(MIAMI)).isZero();
		assertThat(sentToday(LOS_ANGELES)).isEqualTo(40);
		assertThat(this.rows.count("number WHERE sent_total = 1000")).isEqualTo(2);
	}

	@Test
	void resetTwiceKeepsWhatTheNewDayCounted() {
		this.jobs.run(this.quotaReset);
		this.numbers.countSent(List.of(new NumberSent(MIAMI, 3, MONDAY.plusDays(1))), MIAMI_MIDNIGHT);
		var again = this.jobs.run(this.quotaReset);
		assertThat(TestJobs.step(again, "begin-days").getWriteCount()).isZero();
		assertThat(sentToday(MIAMI)).isEqualTo(3);
	}

	@Test
	void resetDaysLateBeginsTodayForEveryNumber() {
		this.clock.advance(Duration.ofDays(3));
		this.jobs.run(this.quotaReset);
		assertThat(sentToday(MIAMI) + sentToday(LOS_ANGELES)).isZero();
		assertThat(this.rows.text("SELECT max(quota_date) FROM number")).isEqualTo("2026-11-27");
	}

	@Test
	void resetForgetsRatesOfMinutesAgo() {
		this.rows.insert("send_rate", Map.of("scope", "*", "second", MIAMI_MIDNIGHT.getEpochSecond(), "segments", 2));
		this.rows.insert("send_rate",
				Map.of("scope", "*", "second", MIAMI_MIDNIGHT.minusSeconds(600).getEpochSecond(), "segments", 5));
		this.jobs.run(this.quotaReset);
		assertThat(this.rows.text("SELECT sum(segments) FROM send_rate")).isEqualTo("2");
	}

	@Test
	void resetForgetsRunsByTheirEnd() {
		var completed = this.jobs.run(this.quotaReset).getId();
		var failed = this.jobs.run(this.quotaReset).getId();
		var recent = this.jobs.run(this.quotaReset).getId();
		endedDaysAgo(completed, 8, "COMPLETED");
		endedDaysAgo(failed, 89, "FAILED");
		endedDaysAgo(recent, 6, "COMPLETED");
		this.jobs.run(this.quotaReset);
		assertThat(known(completed)).isFalse();
		assertThat(known(failed)).isTrue();
		assertThat(known(recent)).isTrue();
		endedDaysAgo(failed, 91, "FAILED");
		this.jobs.run(this.quotaReset);
		assertThat(known(failed)).isFalse();
		assertThat(this.rows.count("batch_job_instance i LEFT JOIN batch_job_execution e USING (job_instance_id) "
				+ "WHERE e.job_execution_id IS NULL"))
			.isZero();
	}

	private void number(PhoneNumber phone, String market) {
		this.rows.insert("number", Map.of("phone", phone.e164(), "market", market, "quota_date", MONDAY, "sent_today",
				40, "sent_total", 1000));
	}

	private int sentToday(PhoneNumber phone) {
		return Integer.parseInt(this.rows.text("SELECT sent_today FROM number WHERE phone = '" + phone + "'"));
	}

	private void endedDaysAgo(long execution, int days, String status) {
		this.jdbc.sql(
				"UPDATE batch_job_execution SET end_time = localtimestamp - make_interval(days => :days), status = :status WHERE job_execution_id = :id")
			.param("days", days)
			.param("status", status)
			.param("id", execution)
			.update();
	}

	private boolean known(long execution) {
		return this.rows.count("batch_job_execution WHERE job_execution_id = " + execution) == 1;
	}

}

package rei.sms.jobs.quota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.Sql;
import rei.sms.db.number.SendRates;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.operations.RunHistory;
import rei.sms.jobs.Steps;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.rules.MarketZones;

/**
 * Begins the day of each number whose market has passed midnight; coming late or twice
 * changes nothing more (decision 40).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class QuotaResetJob {

	private static final String NAME = "quota-reset";

	/** Where a number's day ends whose market nobody can read. */
	private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Chicago");

	private static final int RUNS_AT_ONCE = 500;

	@Bean
	Job quotaReset(JobRepository jobs, Step beginDays, Step forgetRates, Step forgetRuns) {
		return new JobBuilder(NAME, jobs).start(beginDays).next(forgetRates).next(forgetRuns).build();
	}

	@Bean
	Step beginDays(Steps steps, JdbcCursorItemReader<OwnNumber> ownNumbers, SendingNumbers numbers, Clock clock) {
		return steps.<OwnNumber, NumberDay>chunked(NAME, "begin-days")
			.reader(ownNumbers)
			.processor((number) -> due(number, LocalDate.ofInstant(clock.instant(), number.zone())))
			.writer((days) -> days.forEach((day) -> numbers.beginDay(day.number(), day.day())))
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<OwnNumber> ownNumbers(WorkLists lists) {
		return lists.reader("ownNumbers", "SELECT phone, market, quota_date FROM number ORDER BY phone",
				QuotaResetJob::ownNumber);
	}

	@Bean
	Step forgetRates(Steps steps, SendRates rates, Clock clock) {
		return steps.single("forget-rates", (contribution, context) -> {
			rates.forgetBefore(clock.instant());
			return RepeatStatus.FINISHED;
		}).build();
	}

	@Bean
	Step forgetRuns(Steps steps, RunHistory history, RetentionProperties retention) {
		return steps.single("forget-runs", (contribution, context) -> {
			int forgotten = history.forget(retention.completedRuns(), retention.failedRuns(), RUNS_AT_ONCE);
			contribution.incrementWriteCount(forgotten);
			return RepeatStatus.continueIf(forgotten == RUNS_AT_ONCE);
		}).build();
	}

	private static @Nullable NumberDay due(OwnNumber number, LocalDate today) {
		return number.isBehind(today) ? new NumberDay(number.phone(), today) : null;
	}

	private static OwnNumber ownNumber(ResultSet rs, int row) throws SQLException {
		var zone = Optional.ofNullable(rs.getString("market"))
			.flatMap(MarketZones.standard()::of)
			.map(MarketZones.Market::zone)
			.orElse(DEFAULT_ZONE);
		return new OwnNumber(Sql.phone(rs, "phone"), zone, rs.getObject("quota_date", LocalDate.class));
	}

}

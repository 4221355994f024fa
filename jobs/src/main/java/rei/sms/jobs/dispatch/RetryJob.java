package rei.sms.jobs.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.Sql;
import rei.sms.db.outbox.Outbox;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;

/**
 * Settles texts whose fate nobody knows, and lets those that failed in passing queue at
 * the gate again.
 */
@Configuration(proxyBeanMethods = false)
class RetryJob {

	static final String NAME = "retry";

	/** Longer than any call lasts: a claim as old as this has no owner any more. */
	private static final Duration OWNERLESS = Duration.ofMinutes(1);

	@Bean
	Job retry(JobRepository jobs, Step settleUnknown, Step requeueFailed, Tail tail) {
		return tail.dispatched(new JobBuilder(NAME, jobs).start(settleUnknown).next(requeueFailed));
	}

	@Bean
	Step settleUnknown(Steps steps, JdbcCursorItemReader<UnsettledText> unsettled, Settlement settlement) {
		return steps.<UnsettledText, Settlement.Answer>chunked(NAME, "settle-unknown", 20)
			.reader(unsettled)
			.processor(settlement)
			.writer(settlement)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<UnsettledText> unsettled(WorkLists lists, Clock clock,
			@Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unsettled",
				"""
						SELECT o.conversation_id, o.seller_phone, o.our_number, o.attempts, o.claimed_at, coalesce(o.reason, '') AS reason,
							c.body
						FROM outbox o JOIN conversation c ON c.id = o.conversation_id
						WHERE o.state IN ('SENDING', 'UNKNOWN') AND o.claimed_at < ?
						ORDER BY o.claimed_at
						LIMIT ?
						""",
				RetryJob::text, Sql.at(clock.instant().minus(OWNERLESS)), limit);
	}

	@Bean
	Step requeueFailed(Steps steps, Outbox outbox, SendingProperties sending, Clock clock) {
		return steps.single("requeue-failed", (contribution, context) -> {
			contribution.incrementWriteCount(outbox.requeueRetries(sending.retryLimit(), clock.instant()));
			return RepeatStatus.FINISHED;
		}).build();
	}

	private static UnsettledText text(ResultSet rs, int row) throws SQLException {
		return new UnsettledText(Sql.uuid(rs, "conversation_id"), Sql.phone(rs, "seller_phone"),
				Sql.phone(rs, "our_number"), rs.getString("body"), rs.getInt("attempts"), Sql.instant(rs, "claimed_at"),
				rs.getString("reason"));
	}

}

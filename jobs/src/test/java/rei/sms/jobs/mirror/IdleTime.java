package rei.sms.jobs.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.db.mirror.PullSchedule;
import rei.sms.jobs.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Pulls as a worker does, and lets time pass in which nothing happens. */
final class IdleTime {

	private static final int BASES = 3;

	private final Job airtablePull;

	private final JobOperator operator;

	private final JdbcClient jdbc;

	private final MutableClock clock;

	IdleTime(Job airtablePull, JobOperator operator, JdbcClient jdbc, MutableClock clock) {
		this.airtablePull = airtablePull;
		this.operator = operator;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether a worker would pull now. */
	boolean isDue() {
		return this.jdbc.sql(PullSchedule.IS_DUE)
			.param("now", Sql.at(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	/** Takes over what is due. */
	void pull() throws JobExecutionException {
		var run = this.operator.start(this.airtablePull,
				new JobParametersBuilder().addString("run", UUID.randomUUID().toString())
					.addString("mirror", "later", false)
					.toJobParameters());
		assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	/** Lets that much time pass, pulling whenever a worker would. */
	void pass(Duration time) throws JobExecutionException {
		var end = this.clock.instant().plus(time);
		for (var next = next(); next.isPresent() && next.get().isBefore(end); next = next()) {
			this.clock.set(next.get());
			pull();
		}
		this.clock.set(end);
	}

	private Optional<Instant> next() {
		return this.jdbc.sql(PullSchedule.NEXT_DUE)
			.param("now", Sql.at(this.clock.instant()))
			.query((rs, _) -> this.clock.instant().plusMillis(Math.round(rs.getDouble(1) * 1000) + 1))
			.optional();
	}

	/** The schema is read once an hour at most, by the database's clock. */
	long schemaLooksOfAMonth() {
		return 30L * 24 * BASES;
	}

}

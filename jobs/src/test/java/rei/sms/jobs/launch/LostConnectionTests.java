package rei.sms.jobs.launch;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.jobs.JobTest;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.Steps;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.WorkLists;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run whose database connection breaks in the middle of a chunk can be taken up again.
 */
@JobTest
@Import({ JobRuns.class, JobLocks.class, LostConnectionTests.Breaking.class })
class LostConnectionTests {

	@Autowired
	private JobRuns runs;

	@Autowired
	private TestRows rows;

	@Test
	void restartAfterTheConnectionBrokeInAChunk() {
		var broken = this.runs.launch("breaking", LaunchOptions.DEFAULT);
		assertThat(broken.status()).isNotEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("note")).isZero();
		var restarted = this.runs.restart(broken.id());
		assertThat(restarted.status()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("note")).isEqualTo(2);
	}

	record Word(String key) implements Keyed {
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Breaking {

		@Bean
		Job breaking(JobRepository jobs, Steps steps, WorkLists lists, JdbcClient jdbc) {
			var broken = new AtomicBoolean();
			return new JobBuilder("breaking", jobs)
				.start(steps.<Word, Word>chunked("breaking", "write-words").reader(lists.reader("words", """
						SELECT word FROM unnest(ARRAY ['one', 'two']) AS word
						WHERE NOT EXISTS (SELECT 1 FROM note WHERE key = word)
						""", (rs, row) -> new Word(rs.getString("word")))).writer((chunk) -> chunk.forEach((word) -> {
					jdbc.sql("INSERT INTO note (key, value, updated) VALUES (:key, '', now())")
						.param("key", word.key())
						.update();
					if (broken.compareAndSet(false, true)) {
						jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())").query().listOfRows();
					}
				})).build())
				.build();
		}

	}

}

package rei.sms.jobs.launch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.jobs.JobTest;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.Steps;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Runs whose connection breaks, whose vendor is away for a moment, and whose process is
 * told to end.
 */
@JobTest
@Import({ JobRuns.class, JobBeans.class, JobLocks.class, RunEndsTests.Jobs.class })
class RunEndsTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final CountDownLatch ENTERED = new CountDownLatch(1);

	private static final CountDownLatch GO = new CountDownLatch(1);

	private static final CountDownLatch LOOPING = new CountDownLatch(1);

	@Autowired
	private JobRuns runs;

	@Autowired
	private TestRows rows;

	@BeforeEach
	void clear() {
		this.rows.clear();
	}

	@Test
	void restartAfterTheConnectionBrokeInAChunk() {
		var broken = this.runs.launch("breaking", LaunchOptions.DEFAULT);
		assertThat(broken.status()).isNotEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("note")).isZero();
		var restarted = this.runs.restart(broken.id());
		assertThat(restarted.status()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("note")).isEqualTo(2);
	}

	@Test
	void runTellsHowOftenItTriedAgain() {
		var run = this.runs.launch("trying", LaunchOptions.DEFAULT);
		assertThat(run.status()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(run.counts().retried()).isEqualTo(2);
		assertThat(this.runs.find(run.id()).orElseThrow().counts().retried()).isEqualTo(2);
	}

	@Test
	void recentRunsAreReadTogetherAsEachByItself() {
		var broken = this.runs.launch("breaking", LaunchOptions.DEFAULT);
		var tried = this.runs.launch("trying", LaunchOptions.DEFAULT);
		assertThat(this.runs.recent(2)).containsExactly(this.runs.find(tried.id()).orElseThrow(),
				this.runs.find(broken.id()).orElseThrow());
	}

	@Test
	void errorOfARunIsWhatItAllBeganWith() {
		assertThat(Run.cause("""
				org.springframework.batch.core.step.FatalStepExecutionException: Unable to process chunk
					at org.springframework.batch.core.step.item.ChunkOrientedStep.doExecute(ChunkOrientedStep.java:449)
				Caused by: org.springframework.batch.core.step.skip.NonSkippableWriteException: rejected
				Caused by: rei.sms.jobs.http.Unavailable: airtable gave no answer: ConnectException
				""")).isEqualTo("Unavailable: airtable gave no answer: ConnectException");
		assertThat(Run.cause("")).isNull();
	}

	@Test
	void stopThatAnotherProcessAsksForReachesALongLoop(@Autowired JobBeans jobs, @Autowired JobRepository repository,
			@Autowired JobLocks locks, @Autowired JdbcClient jdbc, @Autowired MutableClock clock) throws Exception {
		var other = new JobRuns(jobs, repository, locks, jdbc, clock);
		var begun = other.launchAsync("looping", LaunchOptions.DEFAULT);
		assertThat(LOOPING.await(1, TimeUnit.MINUTES)).isTrue();
		assertThat(this.runs.stop(begun.id())).isTrue();
		assertThat(CompletableFuture.supplyAsync(() -> other.await(begun.id()))).succeedsWithin(Duration.ofSeconds(20))
			.satisfies((run) -> assertThat(run.status()).isEqualTo(BatchStatus.STOPPED));
	}

	@Test
	void closeEndsARunAfterItsChunkAndARestartTakesItUp(@Autowired JobBeans jobs, @Autowired JobRepository repository,
			@Autowired JobLocks locks, @Autowired JdbcClient jdbc, @Autowired MutableClock clock)
			throws InterruptedException {
		var process = new JobRuns(jobs, repository, locks, jdbc, clock);
		var begun = process.launchAsync("long", LaunchOptions.DEFAULT);
		assertThat(ENTERED.await(1, TimeUnit.MINUTES)).isTrue();
		var closing = CompletableFuture.runAsync(process::close);
		await().atMost(PATIENCE)
			.until(() -> catchThrowable(() -> process.launch("long", LaunchOptions.DEFAULT)) instanceof Closing);
		GO.countDown();
		assertThat(closing).succeedsWithin(PATIENCE);
		assertThat(this.runs.find(begun.id()).orElseThrow().status()).isEqualTo(BatchStatus.STOPPED);
		assertThat(this.rows.count("note")).isBetween(1, 299);
		assertThat(this.runs.restart(begun.id()).status()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("note")).isEqualTo(300);
	}

	record Word(String key) implements Keyed {
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Jobs {

		@Bean
		Job breaking(JobRepository jobs, Steps steps, WorkLists lists, JdbcClient jdbc) {
			var broken = new AtomicBoolean();
			return job("breaking", 2, 500, jobs, steps, lists, jdbc, () -> {
				if (broken.compareAndSet(false, true)) {
					jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())").query().listOfRows();
				}
			});
		}

		@Bean
		Job trying(JobRepository jobs, Steps steps, WorkLists lists, JdbcClient jdbc) {
			var away = new AtomicInteger(2);
			return job("trying", 2, 500, jobs, steps, lists, jdbc, () -> {
				if (away.getAndDecrement() > 0) {
					throw new Unavailable("away for a moment", Outcome.REFUSED_NOT_APPLIED);
				}
			});
		}

		@Bean("long")
		Job endless(JobRepository jobs, Steps steps, WorkLists lists, JdbcClient jdbc) {
			return job("long", 300, 1, jobs, steps, lists, jdbc, () -> {
				ENTERED.countDown();
				awaitGo();
			});
		}

		@Bean
		Job looping(JobRepository jobs, Steps steps) {
			return new JobBuilder("looping", jobs).start(steps.single("loop", (contribution, _) -> {
				LOOPING.countDown();
				while (!contribution.getStepExecution().isTerminateOnly()) {
					LockSupport.parkNanos(1_000_000);
				}
				return RepeatStatus.FINISHED;
			}).build()).build();
		}

		private static void awaitGo() {
			try {
				GO.await(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/**
		 * Notes words, one at a time; {@code then} happens in the chunk's transaction.
		 */
		private static Job job(String name, int words, int chunk, JobRepository jobs, Steps steps, WorkLists lists,
				JdbcClient jdbc, Runnable then) {
			return new JobBuilder(name, jobs)
				.start(steps.<Word, Word>chunked(name, "write-words", chunk).reader(lists.reader(name, """
						SELECT word FROM (SELECT 'word ' || n AS word FROM generate_series(1, %d) AS n) AS words
						WHERE NOT EXISTS (SELECT 1 FROM note WHERE key = word)
						""".formatted(words), (rs, row) -> new Word(rs.getString("word")))).writer((items) -> {
					then.run();
					items.forEach((word) -> jdbc.sql("INSERT INTO note (key, value, updated) VALUES (:key, '', now())")
						.param("key", word.key())
						.update());
				}).build())
				.build();
		}

	}

}

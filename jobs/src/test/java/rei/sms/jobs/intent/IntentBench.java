package rei.sms.jobs.intent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestTail;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** How fast staged messages are understood; {@code bench/intent} runs it. */
@JobTest
@Import({ IntentBatchJobTests.Intents.class, JobTestTail.class })
class IntentBench {

	private static final int MESSAGES = Integer.getInteger("messages", 50_000);

	private static final int SELLERS = 10_000;

	@Autowired
	private Job intentBatch;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void understandAllThatIsStaged() {
		stage();
		var begin = System.nanoTime();
		var here = ownCpu();
		var there = databaseCpu();
		var execution = this.jobs.run(this.intentBatch, MESSAGES);
		var took = Duration.ofNanos(System.nanoTime() - begin);
		System.out.printf(
				"MEASURED understood %d messages in %.1f s (%d a second) on %d cores, resident %s, "
						+ "%.2f ms of a core here and %.2f ms in the database a message%n",
				MESSAGES, took.toMillis() / 1000.0, MESSAGES * 1000L / took.toMillis(),
				Runtime.getRuntime().availableProcessors(), resident(), (ownCpu() - here) / 1e6 / MESSAGES,
				(databaseCpu() - there) / 1e6 / MESSAGES);
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("conversation WHERE classified_at IS NULL")).isZero();
	}

	private void stage() {
		this.jdbc.sql("""
				INSERT INTO prospect (id, phone1, created_at)
				SELECT gen_random_uuid(), '+1713' || (2000000 + n), now() FROM generate_series(1, :sellers) n
				""").param("sellers", SELLERS).update();
		this.jdbc.sql("INSERT INTO contact (phone, prospect_id, created_at) SELECT phone1, id, now() FROM prospect")
			.update();
		this.jdbc
			.sql("""
					INSERT INTO conversation (id, sid, direction, seller_phone, body, prospect_id, received_at, created_at)
					SELECT gen_random_uuid(), 'SM' || n, 'INBOUND', k.phone, (:bodies::text[])[1 + n %% array_length(:bodies::text[], 1)],
						k.prospect_id, now() + n * interval '1 ms', now() + n * interval '1 ms'
					FROM generate_series(1, :messages) n JOIN contact k ON k.phone = '+1713' || (2000001 + n %% :sellers)
					"""
				.replace("%%", "%"))
			.param("bodies", bodies())
			.param("messages", MESSAGES)
			.param("sellers", SELLERS)
			.update();
	}

	private static String[] bodies() {
		var file = Objects.requireNonNull(IntentBench.class.getResourceAsStream("/rei/sms/sandbox/intents-dev.jsonl"));
		return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines()
			.map((line) -> JsonMapper.shared().readTree(line).path("text").asString())
			.toArray(String[]::new);
	}

	private static long ownCpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/**
	 * Of the processes that serve our connections, in nanoseconds; they run on this
	 * machine.
	 */
	private long databaseCpu() {
		return this.jdbc.sql("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
			.query(Long.class)
			.list()
			.stream()
			.flatMap((pid) -> ProcessHandle.of(pid).stream())
			.flatMap((process) -> process.info().totalCpuDuration().stream())
			.mapToLong(Duration::toNanos)
			.sum();
	}

	private static String resident() {
		try (var lines = Files.lines(Path.of("/proc/self/status"))) {
			return lines.filter((line) -> line.startsWith("VmHWM")).findFirst().orElse("unknown");
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}

package rei.sms.config.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import rei.sms.config.Documents;
import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documents tell people to type to the engine is typed here, in their order: all
 * of it ends well.
 */
@ExtendWith(OpenHouse.class)
class DocumentCommandsTests {

	private final House house;

	private final long run;

	DocumentCommandsTests(House house) {
		this.house = house;
		house.run("quota-reset");
		this.run = house.database()
			.sql("SELECT max(job_execution_id) FROM batch_job_execution")
			.query(Long.class)
			.single();
	}

	@AfterEach
	void leaveNoTrace() {
		run("COMPLETED", "now()");
		this.house.database().sql("DELETE FROM pause").update();
		this.house.database().sql("DELETE FROM parked").update();
	}

	@Test
	void everyCommandForTheEngineEndsWell() {
		var typed = Documents.commands().filter((command) -> Documents.engine(command).isPresent()).toList();
		assertThat(typed).hasSizeGreaterThan(20);
		typed.forEach((command) -> {
			var words = arranged(Documents.engine(command).orElseThrow());
			var answer = this.house.command(words.toArray(String[]::new));
			assertThat(answer.exit()).as(command + " said " + answer).isZero();
			assertThat(answer.out()).as(command).isNotBlank();
		});
	}

	@Test
	void everyCallIsAnswered() {
		var calls = Documents.commands().flatMap((command) -> Documents.call(command).stream()).toList();
		assertThat(calls).hasSizeGreaterThan(3);
		calls.forEach((call) -> {
			Map<String, String> token = call.token() ? Map.of("x-cron-token", House.CRON_TOKEN) : Map.of();
			assertThat(this.house.caller().knock(call.method(), call.path(), call.query(), token).status())
				.as(call.toString())
				.isEqualTo(200);
		});
	}

	/** The run and the record that a document speaks of are there as it says. */
	private List<String> arranged(String[] words) {
		var line = List.of(words);
		if (line.size() > 2 && line.getFirst().equals("jobs") && line.getLast().matches("\\d+")) {
			if (line.contains("--retry")) {
				return with(line, parked());
			}
			if (!line.contains("--last")) {
				run(line.contains("stop") ? "STARTED" : "FAILED", line.contains("stop") ? "NULL" : "now()");
				return with(line, this.run);
			}
		}
		return line;
	}

	private static List<String> with(List<String> line, long id) {
		return Stream.concat(line.subList(0, line.size() - 1).stream(), Stream.of(String.valueOf(id))).toList();
	}

	private long parked() {
		return this.house.database()
			.sql("""
					INSERT INTO parked (job, step, key, error, since) VALUES ('autolinker', 'link-inbound', 'SM0', 'why', now())
					RETURNING id
					""")
			.query(Long.class)
			.single();
	}

	private void run(String status, String ended) {
		for (var table : List.of("batch_job_execution", "batch_step_execution")) {
			this.house.database()
				.sql("UPDATE " + table + " SET status = :status, exit_code = :status, end_time = " + ended
						+ " WHERE job_execution_id = :id")
				.param("status", status)
				.param("id", this.run)
				.update();
		}
	}

}

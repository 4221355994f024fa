package rei.sms.jobs.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One composite tick: every job once, Airtable pulled first and pushed last. One job's
 * failure stops no other.
 */
@Component
public class Tick {

	/** The jobs of a tick, in their order. */
	public static final List<String> JOBS = List.of("airtable-pull", "quota-reset", "enrichment", "autolinker",
			"intent-batch", "lead-promoter", "delivery-receipts", "autoresponder", "campaign-send", "retry",
			"kpi-rollup", "airtable-push");

	/** Every job that can be asked for by name; some are no part of a tick. */
	public static final List<String> ALL_JOBS = Stream
		.concat(JOBS.stream(), Stream.of("airtable-reconcile", "airtable-retire", "intent-train"))
		.toList();

	/** Writes all that the others left to it. */
	private static final String PUSH = "airtable-push";

	private static final Logger log = LoggerFactory.getLogger(Tick.class);

	private final JobRuns runs;

	Tick(JobRuns runs) {
		this.runs = runs;
	}

	/** Runs the tick and answers each job's status, counts and milliseconds. */
	public Map<String, Map<String, Object>> run(OptionalLong limit) {
		var summary = new LinkedHashMap<String, Map<String, Object>>();
		JOBS.stream().filter(this.runs.names()::contains).forEach((job) -> summary.put(job, run(job, limit)));
		return summary;
	}

	private Map<String, Object> run(String job, OptionalLong limit) {
		var started = System.nanoTime();
		var outcome = new LinkedHashMap<String, Object>();
		try {
			var mirroring = job.equals(PUSH) ? Mirroring.SHARED : Mirroring.LATER;
			outcome.putAll(JobController.answer(this.runs.launch(job, new LaunchOptions(limit, mirroring))));
		}
		catch (JobBusy ex) {
			outcome.put("status", "BUSY");
			outcome.put("job_execution_id", ex.executionId());
		}
		catch (Closing ex) {
			outcome.put("status", "STOPPED");
		}
		catch (RuntimeException ex) {
			log.error("{} could not be run", job, ex);
			outcome.put("status", "FAILED");
			outcome.put("error", ex.getClass().getSimpleName());
		}
		outcome.put("milliseconds", (System.nanoTime() - started) / 1_000_000);
		return outcome;
	}

}

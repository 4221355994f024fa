package rei.sms.jobs.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Launches jobs by HTTP and shows what ran. The seed's cron names stand for jobs of other
 * names.
 */
@RestController
@ConditionalOnWebApplication
class JobController {

	private static final int SHOWN = 50;

	private final JobRuns runs;

	JobController(JobRuns runs) {
		this.runs = runs;
	}

	/** Whoever asks for a dry run must never get a run. */
	@PostMapping(path = { "/jobs/{job}", "/autoresponder/autoresponder", "/retry", "/reset-quotas", "/aggregate-kpis" },
			params = { "dry_run", "dry_run!=false" })
	ResponseEntity<Map<String, Object>> dryRun() {
		throw new IllegalArgumentException("dry_run: only campaign-send can be rehearsed");
	}

	@PostMapping("/jobs/{job}")
	ResponseEntity<Map<String, Object>> launch(@PathVariable String job,
			@RequestParam(required = false) @Nullable Long limit, @RequestParam(defaultValue = "false") boolean async,
			@RequestParam(defaultValue = "false") boolean fix) {
		return launch(job, new LaunchOptions(limit(limit), Mirroring.NOW, fix), async);
	}

	private ResponseEntity<Map<String, Object>> launch(String job, LaunchOptions options, boolean async) {
		return async ? ResponseEntity.status(HttpStatus.ACCEPTED).body(answer(this.runs.launchAsync(job, options)))
				: ResponseEntity.ok(answer(this.runs.launch(job, options)));
	}

	@PostMapping("/run-campaigns")
	ResponseEntity<Map<String, Object>> runCampaigns(@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(defaultValue = "false") boolean async) {
		return launch("campaign-send", new LaunchOptions(limit(limit), Mirroring.NOW), async);
	}

	@PostMapping("/autoresponder/autoresponder")
	ResponseEntity<Map<String, Object>> autoresponder(@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(defaultValue = "false") boolean async) {
		return launch("autoresponder", new LaunchOptions(limit(limit), Mirroring.NOW), async);
	}

	@PostMapping("/retry")
	ResponseEntity<Map<String, Object>> retry(@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(defaultValue = "false") boolean async) {
		return launch("retry", new LaunchOptions(limit(limit), Mirroring.NOW), async);
	}

	@PostMapping("/reset-quotas")
	ResponseEntity<Map<String, Object>> resetQuotas(@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(defaultValue = "false") boolean async) {
		return launch("quota-reset", new LaunchOptions(limit(limit), Mirroring.NOW), async);
	}

	@PostMapping("/aggregate-kpis")
	ResponseEntity<Map<String, Object>> aggregateKpis(@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(defaultValue = "false") boolean async) {
		return launch("kpi-rollup", new LaunchOptions(limit(limit), Mirroring.NOW), async);
	}

	@GetMapping("/jobs/executions")
	Map<String, List<Map<String, @Nullable Object>>> executions(@RequestParam(defaultValue = "" + SHOWN) int limit) {
		return Map.of("executions",
				this.runs.recent(Math.clamp(limit, 1, 500)).stream().map(JobController::summary).toList());
	}

	@GetMapping("/jobs/executions/{id}")
	Map<String, @Nullable Object> execution(@PathVariable long id) {
		var run = this.runs.find(id).orElseThrow(() -> new NoSuchRun("there is no execution " + id));
		var shown = summary(run);
		shown.put("steps", run.steps());
		return shown;
	}

	@PostMapping("/jobs/executions/{id}/restart")
	Map<String, Object> restart(@PathVariable long id) {
		return answer(this.runs.restart(id));
	}

	@PostMapping("/jobs/executions/{id}/stop")
	Map<String, Object> stop(@PathVariable long id) {
		var stopping = this.runs.stop(id);
		return Map.of("job_execution_id", id, "stopping", stopping);
	}

	/**
	 * @throws IllegalArgumentException if it is below one
	 */
	static OptionalLong limit(@Nullable Long limit) {
		if (limit == null) {
			return OptionalLong.empty();
		}
		if (limit < 1) {
			throw new IllegalArgumentException("limit must be at least 1");
		}
		return OptionalLong.of(limit);
	}

	private static Map<String, @Nullable Object> summary(Run run) {
		var shown = new LinkedHashMap<String, @Nullable Object>(answer(run));
		shown.put("created", run.created());
		shown.put("started", run.started());
		shown.put("ended", run.ended());
		shown.put("error", run.error());
		return shown;
	}

	private static List<String> steps(Run run, String beginning) {
		return run.steps().stream().map(Run.StepRun::step).filter((step) -> step.startsWith(beginning)).toList();
	}

	/**
	 * What a launch answers; three of the jobs answer with the seed's word for what they
	 * did, and a reconciliation with how many disagreements it found.
	 */
	static Map<String, Object> answer(Run run) {
		var answer = new LinkedHashMap<String, Object>();
		switch (run.job()) {
			case "autolinker" -> answer.put("linked", run.done(List.of("link-inbound", "link-echoes")));
			case "intent-batch" -> answer.put("classified", run.done(List.of("classify-inbound")));
			case "airtable-reconcile" -> answer.put("found", run.done(steps(run, "mend-")));
			case "lead-promoter" -> answer.put("promoted", run.done(List.of("promote-qualified")));
			default -> {
			}
		}
		answer.put("job_execution_id", run.id());
		answer.put("job", run.job());
		answer.put("status", run.status().name());
		answer.put("counts", run.counts());
		return answer;
	}

}

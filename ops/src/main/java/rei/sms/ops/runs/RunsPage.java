package rei.sms.ops.runs;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.db.operations.Backlogs;
import rei.sms.ops.pages.NotThere;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;
import rei.sms.ops.runs.JobControl.Answer;

import java.time.Clock;

/** What ran, what runs, and what to do about it. */
@Page
class RunsPage {

	private static final int SHOWN = 100;

	private final RunList runs;

	private final JobControl jobs;

	private final Backlogs backlogs;

	private final Clock clock;

	RunsPage(RunList runs, JobControl jobs, Backlogs backlogs, Clock clock) {
		this.runs = runs;
		this.jobs = jobs;
		this.backlogs = backlogs;
		this.clock = clock;
	}

	@GetMapping("/ops/runs")
	String list(@RequestParam(defaultValue = "") String job,
			@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
		var runs = this.runs.latest(job.isBlank() ? null : job, before, SHOWN);
		model.addAttribute("runs", runs)
			.addAttribute("job", job)
			.addAttribute("jobs", this.jobs.names())
			.addAttribute("backlogs",
					this.backlogs.all(this.clock.instant()).stream().filter((backlog) -> backlog.count() > 0).toList());
		if (runs.size() == SHOWN) {
			model.addAttribute("next", runs.getLast().id());
		}
		return "ops/runs";
	}

	@GetMapping("/ops/runs/{id:\\d+}")
	String run(@PathVariable long id, Model model) {
		model.addAttribute("run", this.runs.find(id).orElseThrow(NotThere::new));
		return "ops/run";
	}

	@PostMapping("/ops/runs/launch")
	String launch(@RequestParam String job) {
		return said(this.jobs.launch(job), Said.LAUNCHED, "/ops/runs");
	}

	@PostMapping("/ops/runs/{id:\\d+}/restart")
	String restart(@PathVariable long id) {
		return said(this.jobs.restart(id), Said.RESTARTED, "/ops/runs/" + id);
	}

	@PostMapping("/ops/runs/{id:\\d+}/stop")
	String stop(@PathVariable long id) {
		return (this.jobs.stop(id) ? Said.STOPPING : Said.NOT_RUNNING).on("/ops/runs/" + id);
	}

	private static String said(Answer answer, Said well, String otherwise) {
		return switch (answer) {
			case Answer.Begun(long id) -> well.on("/ops/runs/" + id);
			case Answer.Busy _ -> Said.BUSY.on(otherwise);
			case Answer.Refused _ -> Said.NOT_RESTARTED.on(otherwise);
		};
	}

}

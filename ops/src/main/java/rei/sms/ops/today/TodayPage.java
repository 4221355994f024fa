package rei.sms.ops.today;

import java.time.Clock;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.operations.PersonList;
import rei.sms.ops.HealthReport;
import rei.sms.ops.access.OpsProperties;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;

/** Today, and the switch that stops everything. */
@Page
class TodayPage {

	private static final int PEOPLE_SHOWN = 5;

	private final Tally tally;

	private final Figures figures;

	private final Progress progress;

	private final HealthReport health;

	private final PersonList people;

	private final Pauses pauses;

	private final OpsProperties ops;

	private final Clock clock;

	TodayPage(Tally tally, Figures figures, Progress progress, HealthReport health, PersonList people, Pauses pauses,
			OpsProperties ops, Clock clock) {
		this.tally = tally;
		this.figures = figures;
		this.progress = progress;
		this.health = health;
		this.people = people;
		this.pauses = pauses;
		this.ops = ops;
		this.clock = clock;
	}

	@GetMapping({ "/ops", "/ops/today" })
	String today(Model model) {
		model.addAttribute("counted", this.tally.isUpToDate());
		var figures = this.figures.all();
		var health = this.health.now();
		model.addAttribute("figures", figures)
			.addAttribute("chart", new HourChart(figures.getFirst()))
			.addAttribute("running", this.progress.running())
			.addAttribute("health", health)
			.addAttribute("budget", this.ops.monthlyCalls())
			.addAttribute("steps", health.problems().stream().map(NextStep::of).toList())
			.addAttribute("people", this.people.open(PEOPLE_SHOWN));
		return "ops/today";
	}

	@PostMapping("/ops/pause")
	String pause(@RequestParam(defaultValue = "") String reason) {
		this.pauses.pause(Pause.Scope.ALL, "", reason.isBlank() ? "paused on the ops pages" : reason.strip(),
				this.clock.instant());
		return Said.PAUSED.on("/ops");
	}

	@PostMapping("/ops/resume")
	String resume(@RequestParam(defaultValue = "ALL") Pause.Scope scope,
			@RequestParam(defaultValue = "") String value) {
		return (this.pauses.resume(scope, value) ? Said.RESUMED : Said.GONE).on("/ops");
	}

}

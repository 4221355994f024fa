package rei.sms.config.roles;

import rei.sms.jobs.launch.Run.Counts;
import rei.sms.jobs.launch.Run.StepRun;

/** A step of a run in one line. */
final class StepLine {

	private StepLine() {
	}

	static String of(StepRun step) {
		var counts = new Counts(step.read(), step.written(), step.skipped(), step.retried());
		return "          %-20s %s  %s, %d commits, %d rollbacks%s".formatted(step.step(),
				RunView.coloured(step.status()), RunView.counted(counts), step.commits(), step.rollbacks(),
				(step.error() != null) ? "  " + step.error() : "");
	}

}

package rei.sms.config.roles;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import rei.sms.jobs.launch.Run;
import rei.sms.jobs.launch.Run.StepRun;

/**
 * How far a run is.
 *
 * @param step the step that is under way
 * @param done records that the job itself took
 * @param total how many there are as far as is known, 0 when it is not
 * @param millis since the run began
 */
record Progress(String job, String step, long done, long total, long millis) {

	private static final int WIDTH = 24;

	/** What many jobs end with: they count for themselves. */
	private static final Set<String> TAIL = Set.of("dispatch", "mirror");

	/** Of a run that {@code waited} records waited for when it was first looked at. */
	static Progress of(Run run, long waited, long millis) {
		var own = run.steps().stream().filter((step) -> !TAIL.contains(step.step())).toList();
		var step = run.steps().isEmpty() ? "" : run.steps().getLast().step();
		if (TAIL.contains(step)) {
			return new Progress(run.job(), step, run.steps().getLast().written(), 0, millis);
		}
		return new Progress(run.job(), step, read(own), Math.max(waited, (waited > 0) ? read(own) : 0), millis);
	}

	/** The records that the steps took so far. */
	static long read(List<StepRun> steps) {
		return steps.stream().filter((step) -> !TAIL.contains(step.step())).mapToLong(StepRun::read).sum();
	}

	/** One line with a bar where the end is known. */
	String bar() {
		return "%-17s %s  %s%s".formatted(this.job, (this.total > 0) ? drawn() : "@|yellow running|@", words(), pace());
	}

	/** The same for a log. */
	String plain() {
		return "%-17s running    %s".formatted(this.job, words());
	}

	private String drawn() {
		int full = (int) Math.min(WIDTH, WIDTH * this.done / this.total);
		return "@|green " + "━".repeat(full) + "|@@|faint " + "─".repeat(WIDTH - full) + "|@";
	}

	private String words() {
		var count = (this.total > 0) ? number(this.done) + " of " + number(this.total) : number(this.done);
		return this.step.isEmpty() ? "begins" : this.step + " " + count;
	}

	private String pace() {
		if (this.done == 0 || this.millis < 1000) {
			return "";
		}
		long perSecond = Math.max(1, this.done * 1000 / this.millis);
		var left = (this.total > this.done) ? ", " + number((this.total - this.done) / perSecond + 1) + " s left" : "";
		return "  " + number(perSecond) + "/s" + left;
	}

	private static String number(long value) {
		return String.format(Locale.ROOT, "%,d", value);
	}

}

package rei.sms.ops.runs;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import rei.sms.ops.pages.Words;

/**
 * One execution of a job.
 *
 * @param age how long ago it was started
 */
public record RunView(long id, String job, String status, Duration age, @Nullable String error, Duration took,
		List<StepView> steps) {

	private static final Set<String> GOING = Set.of("STARTING", "STARTED", "STOPPING");

	private static final Set<String> RESTARTABLE = Set.of("FAILED", "STOPPED", "UNKNOWN");

	/** Whether it goes on just now. */
	public boolean isGoing() {
		return GOING.contains(this.status);
	}

	/** Whether it can be taken up where it ended. */
	public boolean isRestartable() {
		return RESTARTABLE.contains(this.status);
	}

	/** How its status is to be seen: good, bad, or plain. */
	public String tone() {
		return tone(this.status);
	}

	/** What its steps read. */
	public long read() {
		return this.steps.stream().mapToLong(StepView::read).sum();
	}

	/** What its steps wrote. */
	public long written() {
		return this.steps.stream().mapToLong(StepView::written).sum();
	}

	/** What its steps left aside. */
	public long skipped() {
		return this.steps.stream().mapToLong(StepView::skipped).sum();
	}

	/** How long it took, or takes so far. */
	public String span() {
		return Words.span(this.took);
	}

	RunView with(List<StepView> steps) {
		return new RunView(this.id, this.job, this.status, this.age, this.error, this.took, steps);
	}

	private static String tone(String status) {
		return switch (status) {
			case "COMPLETED" -> "good";
			case "FAILED", "UNKNOWN" -> "bad";
			case "STOPPED", "STOPPING" -> "warn";
			default -> "";
		};
	}

	/** One step of it. */
	public record StepView(long run, String name, String status, long read, long written, long filtered, long skipped,
			long commits, long rollbacks, Duration took, @Nullable String error) {

		/** How its status is to be seen. */
		public String tone() {
			return RunView.tone(this.status);
		}

		/** How long it took, or takes so far. */
		public String span() {
			return Words.span(this.took);
		}

	}

}

package rei.sms.config.roles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;

import rei.sms.jobs.launch.Run;
import rei.sms.jobs.launch.Run.Counts;
import rei.sms.jobs.launch.Run.StepRun;

/** A run as the command line shows it, with the names that HTTP gives its parts. */
record RunView(long jobExecutionId, String job, BatchStatus status, Counts counts, @Nullable Instant started,
		@Nullable Instant ended, @Nullable String error, List<StepRun> steps) {

	static RunView of(Run run) {
		return new RunView(run.id(), run.job(), run.status(), run.counts(), run.started(), run.ended(), run.error(),
				run.steps());
	}

	boolean isCompleted() {
		return this.status == BatchStatus.COMPLETED;
	}

	/** The run in one line. */
	String summary() {
		return "%-17s %s  %s  %s%s".formatted(this.job, coloured(this.status), counted(this.counts), duration(),
				(this.error == null || isCompleted()) ? "" : "  " + this.error);
	}

	String duration() {
		if (this.started == null || this.ended == null) {
			return "";
		}
		return "%.1f s".formatted(Duration.between(this.started, this.ended).toMillis() / 1000.0);
	}

	static String counted(Counts counts) {
		return "%d read, %d written, %d skipped, %d retried".formatted(counts.read(), counts.written(),
				counts.skipped(), counts.retried());
	}

	static String coloured(BatchStatus status) {
		var colour = switch (status) {
			case COMPLETED -> "green";
			case FAILED, ABANDONED, UNKNOWN -> "red";
			case STARTING, STARTED, STOPPING, STOPPED -> "yellow";
		};
		return "@|%s %s|@".formatted(colour, String.format(Locale.ROOT, "%-9s", status));
	}

}

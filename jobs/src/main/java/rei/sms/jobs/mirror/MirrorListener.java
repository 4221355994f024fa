package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

import rei.sms.db.mirror.HeldProspects;
import rei.sms.jobs.airtable.Table;

/**
 * Begins a run of the mirror step only where Airtable is set up, and reports what it met.
 */
class MirrorListener implements StepExecutionListener, ChunkListener<Load, Load> {

	private final MirrorRun run;

	private final AirtableReport report;

	private final HeldProspects held;

	private final Duration heldFor;

	private @Nullable StepExecution step;

	MirrorListener(MirrorRun run, AirtableReport report, HeldProspects held, Duration heldFor) {
		this.run = run;
		this.report = report;
		this.held = held;
		this.heldFor = heldFor;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.step = step;
		this.held.holdFor(this.heldFor);
		if (!this.report.isConfigured()) {
			Stream.of(Table.values()).forEach(this.run::leaveOut);
		}
	}

	/** What people read of a step are rows, not loads. */
	@Override
	public void afterChunk(Chunk<Load> loads) {
		var more = loads.getItems().stream().mapToInt((load) -> load.size() - 1).sum();
		if (this.step != null) {
			this.step.setReadCount(this.step.getReadCount() + more);
			this.step.setWriteCount(this.step.getWriteCount() + more);
		}
	}

	/** A parked row was set aside, not written. */
	@Override
	public ExitStatus afterStep(StepExecution step) {
		var parked = this.run.report(this.report);
		step.setWriteSkipCount(step.getWriteSkipCount() + parked);
		step.setWriteCount(step.getWriteCount() - parked);
		return step.getExitStatus();
	}

}

package rei.sms.jobs.mirror;

import java.util.stream.Stream;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import rei.sms.jobs.airtable.Table;

/**
 * Begins a run of the mirror step only where Airtable is set up, and reports what it met.
 */
class MirrorListener implements StepExecutionListener {

	private final MirrorRun run;

	private final AirtableReport report;

	MirrorListener(MirrorRun run, AirtableReport report) {
		this.run = run;
		this.report = report;
	}

	@Override
	public void beforeStep(StepExecution step) {
		if (!this.report.isConfigured()) {
			Stream.of(Table.values()).forEach(this.run::leaveOut);
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

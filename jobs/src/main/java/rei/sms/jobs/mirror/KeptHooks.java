package rei.sms.jobs.mirror;

import java.util.List;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import rei.sms.jobs.http.Unavailable;

/**
 * Keeps the webhooks of all tables once what there is was taken over: nobody waits for
 * them. What changed in between is seen by the next look, which comes soon.
 */
@Component
class KeptHooks implements Tasklet {

	private final List<PulledTable> tables;

	private final Watching watching;

	private final AirtableReport report;

	KeptHooks(List<PulledTable> tables, Watching watching, AirtableReport report) {
		this.tables = tables;
		this.watching = watching;
		this.report = report;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (this.report.isConfigured()) {
			this.tables.forEach(this::keep);
		}
		return RepeatStatus.FINISHED;
	}

	/** Without a webhook the table is polled: nothing else waits for it. */
	private void keep(PulledTable table) {
		try {
			this.watching.keep(table);
		}
		catch (Unavailable ex) {
			this.report.unavailable(table.table(), ex);
		}
	}

}

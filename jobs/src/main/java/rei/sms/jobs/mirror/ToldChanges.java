package rei.sms.jobs.mirror;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.PullSchedule;
import rei.sms.db.mirror.TableHook;
import rei.sms.db.mirror.TableHooks;
import rei.sms.jobs.airtable.AirtableWebhooks;
import rei.sms.jobs.airtable.Changes;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.TableChange;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/**
 * Reads what webhooks collected and has the tables looked at that somebody else changed;
 * what we wrote ourselves comes back too and is left alone.
 */
@Component
class ToldChanges implements Tasklet {

	private final Map<String, PulledTable> tables;

	private final TableHooks hooks;

	private final AirtableWebhooks airtable;

	private final MirroredRows mirrored;

	private final PullSchedule schedule;

	private final AirtableReport report;

	ToldChanges(List<PulledTable> tables, TableHooks hooks, AirtableWebhooks airtable, MirroredRows mirrored,
			PullSchedule schedule, AirtableReport report) {
		this.tables = tables.stream().collect(Collectors.toMap((table) -> table.table().name(), Function.identity()));
		this.hooks = hooks;
		this.airtable = airtable;
		this.mirrored = mirrored;
		this.schedule = schedule;
		this.report = report;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (this.report.isConfigured()) {
			this.hooks.unread()
				.forEach((hook) -> Optional.ofNullable(this.tables.get(hook.table()))
					.ifPresent((table) -> read(table, hook)));
		}
		return RepeatStatus.FINISHED;
	}

	private void read(PulledTable table, TableHook hook) {
		try {
			if (readOn(table, hook)) {
				this.schedule.hurry(hook.table());
			}
		}
		catch (Rejected ex) {
			this.hooks.forget(hook.table());
			this.schedule.hurry(hook.table());
		}
		catch (Unavailable ex) {
			this.report.unavailable(table.table(), ex);
		}
	}

	private boolean readOn(PulledTable table, TableHook hook) {
		var begun = this.mirrored.now();
		var cursor = hook.cursor();
		var news = false;
		Changes changes;
		do {
			changes = this.airtable.changes(table.table().base(), hook.id(), cursor);
			news |= changes.changes().stream().anyMatch((change) -> !isOurs(change, table, hook));
			cursor = changes.cursor();
			this.hooks.read(hook.table(), cursor, begun);
		}
		while (changes.more());
		return news;
	}

	/** Another program, an import say, writes through the same interface as we do. */
	private boolean isOurs(TableChange change, PulledTable table, TableHook hook) {
		if (!change.isByProgram() || !change.deleted().isEmpty() || table.mirrored().isEmpty()) {
			return false;
		}
		var records = change.changed().stream().map(RecordId::value).toList();
		return this.mirrored.writtenBySelf(table.mirrored().get(), records, hook.read()).containsAll(records);
	}

}

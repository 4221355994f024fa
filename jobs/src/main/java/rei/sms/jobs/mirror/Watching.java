package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.PullSchedule;
import rei.sms.db.mirror.TableHook;
import rei.sms.db.mirror.TableHooks;
import rei.sms.db.operations.Notes;
import rei.sms.jobs.airtable.AirtableProperties;
import rei.sms.jobs.airtable.AirtableWebhooks;
import rei.sms.jobs.airtable.BaseWebhook;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.Schemas;
import rei.sms.jobs.airtable.TableMapping;
import rei.sms.jobs.http.Rejected;

/**
 * Keeps one webhook for every table that people edit: made where we can be reached,
 * refreshed long before its seven days are over, made anew when the base's fields or our
 * address changed or Airtable gave it up. Where Airtable refuses it, the table is polled.
 */
@Component
class Watching {

	private static final Logger log = LoggerFactory.getLogger(Watching.class);

	private static final Duration REFRESHED_BEFORE = Duration.ofDays(4);

	private static final Duration NEXT_TRY = Duration.ofHours(6);

	private final AirtableWebhooks airtable;

	private final AirtableProperties bases;

	private final Schemas schemas;

	private final TableHooks hooks;

	private final PullSchedule schedule;

	private final AirtableReport report;

	private final Notes notes;

	private final MirrorProperties properties;

	private final Clock clock;

	Watching(AirtableWebhooks airtable, AirtableProperties bases, Schemas schemas, TableHooks hooks,
			PullSchedule schedule, AirtableReport report, Notes notes, MirrorProperties properties, Clock clock) {
		this.airtable = airtable;
		this.bases = bases;
		this.schemas = schemas;
		this.hooks = hooks;
		this.schedule = schedule;
		this.report = report;
		this.notes = notes;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether somebody tells us of changes in a table. */
	boolean isTold(PulledTable table) {
		return this.properties.isReachable() && this.hooks.find(table.table().name())
			.filter((hook) -> isOurs(hook, table) && hook.expires().isAfter(this.clock.instant()))
			.isPresent();
	}

	private boolean isOurs(TableHook hook, PulledTable table) {
		return hook.url().equals(url(table).toString()) && hook.base().equals(this.bases.baseId(table.table().base()));
	}

	/** Makes or refreshes the webhook of a table, where that is due. */
	void keep(PulledTable table) {
		if (!this.properties.isReachable()) {
			return;
		}
		var mapping = this.schemas.mapping(table.table(), Lane.BULK);
		if (mapping.isUsable()) {
			keep(table, mapping);
		}
	}

	private void keep(PulledTable table, TableMapping mapping) {
		var standing = this.hooks.find(table.table().name())
			.filter((hook) -> isOurs(hook, table) && hook.watched().equals(watched(table, mapping))
					&& hook.expires().isAfter(this.clock.instant()));
		if (standing.isEmpty()) {
			create(table, mapping);
		}
		else if (hasFallenSilent(table, standing.get())) {
			create(table, mapping);
			this.schedule.hurry(table.table().name());
		}
		else if (standing.get().expires().isBefore(this.clock.instant().plus(REFRESHED_BEFORE))) {
			refresh(table, standing.get());
		}
	}

	/** After a while in which nobody answered its pings, Airtable sends no more. */
	private boolean hasFallenSilent(PulledTable table, TableHook hook) {
		return this.hooks.takeCheck(hook.table(), this.properties.sweepInterval(), this.clock.instant())
				&& this.airtable.list(table.table().base())
					.stream()
					.noneMatch((standing) -> standing.id().equals(hook.id()) && standing.pings());
	}

	private void refresh(PulledTable table, TableHook hook) {
		try {
			this.hooks.refreshed(hook.table(), this.airtable.refresh(table.table().base(), hook.id()));
		}
		catch (Rejected ex) {
			log.info("the webhook of {} is gone", table.table().usualName());
			this.hooks.forget(hook.table());
		}
	}

	private void create(PulledTable table, TableMapping mapping) {
		if (mayTry(table)) {
			try {
				dropOthers(table);
				keep(table, mapping, this.airtable.create(table.table().base(), mapping.tableId().orElseThrow(),
						mapping.fieldIds(table.watched()), table.watchedChanges(), url(table)));
				this.report.isTold(table.table());
			}
			catch (Rejected ex) {
				this.notes.put(note(table), this.clock.instant().toString(), this.clock.instant());
				this.report.isNotTold(table.table(), ex);
			}
		}
	}

	private boolean mayTry(PulledTable table) {
		return this.notes.find(note(table))
			.map(Instant::parse)
			.filter((refused) -> refused.isAfter(this.clock.instant().minus(NEXT_TRY)))
			.isEmpty();
	}

	/** One whose making was not answered, or that pings for fields of yesterday. */
	private void dropOthers(PulledTable table) {
		var base = table.table().base();
		this.airtable.list(base)
			.stream()
			.filter((hook) -> hook.url().filter(url(table).toString()::equals).isPresent())
			.forEach((hook) -> this.airtable.delete(base, hook.id()));
	}

	private void keep(PulledTable table, TableMapping mapping, BaseWebhook made) {
		this.hooks.keep(
				new TableHook(table.table().name(), this.bases.baseId(table.table().base()), made.id(),
						made.secret().orElse(""), url(table).toString(), watched(table, mapping), 1,
						made.expires().orElseGet(() -> this.clock.instant().plus(Duration.ofDays(7))), null),
				this.clock.instant());
	}

	private HttpUrl url(PulledTable table) {
		return HttpUrl.get(this.properties.publicUrl())
			.newBuilder()
			.addPathSegments("airtable/changes")
			.addPathSegment(table.table().name())
			.build();
	}

	private static String watched(PulledTable table, TableMapping mapping) {
		return Stream
			.of(List.of(mapping.tableId().orElse("")), mapping.fieldIds(table.watched()), table.watchedChanges())
			.flatMap(List::stream)
			.collect(Collectors.joining(" "));
	}

	private static String note(PulledTable table) {
		return "airtable-webhook " + table.table().name();
	}

}

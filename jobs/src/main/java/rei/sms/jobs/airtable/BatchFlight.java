package rei.sms.jobs.airtable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import rei.sms.jobs.airtable.RowResult.Gone;
import rei.sms.jobs.airtable.RowResult.Open;
import rei.sms.jobs.airtable.RowResult.Poisoned;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/** The batches of one write: what the first of them learns, the others know. */
final class BatchFlight {

	/** Refusals that speak of the table rather than of a value. */
	private static final Set<String> DRIFT = Set.of("UNKNOWN_FIELD_NAME", "INVALID_MULTIPLE_CHOICE_OPTIONS",
			"TABLE_NOT_FOUND", "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");

	private static final Set<String> NO_RECORD = Set.of("ROW_DOES_NOT_EXIST", "MODEL_ID_NOT_FOUND", "NOT_FOUND");

	private final AirtableClient client;

	private final Schemas schemas;

	private final Field mergeOn;

	private final Lane lane;

	private final Table table;

	private final AtomicBoolean looked = new AtomicBoolean();

	private final AtomicReference<@Nullable Unavailable> outage = new AtomicReference<>();

	BatchFlight(AirtableClient client, Schemas schemas, Field mergeOn, Lane lane, Table table) {
		this.client = client;
		this.schemas = schemas;
		this.mergeOn = mergeOn;
		this.lane = lane;
		this.table = table;
	}

	/** Writes up to ten rows. */
	List<RowResult> write(List<RowWrite> rows) {
		var outage = this.outage.get();
		if (outage != null) {
			return open(rows, outage);
		}
		try {
			return write(rows, this.schemas.mapping(this.table, this.lane));
		}
		catch (Unavailable ex) {
			return broken(rows, ex);
		}
		catch (Rejected ex) {
			return broken(rows, new Unavailable("the schema cannot be read: " + ex.getMessage(), Outcome.NOT_SENT));
		}
	}

	private List<RowResult> broken(List<RowWrite> rows, Unavailable ex) {
		this.outage.set(ex);
		return open(rows, ex);
	}

	private List<RowResult> write(List<RowWrite> rows, TableMapping mapping) {
		if (!mapping.isUsable() || !mapping.has(this.mergeOn)) {
			throw new Unavailable(this.table.usualName() + " lacks what every row needs", Outcome.NOT_SENT);
		}
		var batch = new Batch(rows, mapping, this.mergeOn);
		try {
			return batch.written(batch.send(this.client, this.lane));
		}
		catch (Rejected ex) {
			return refused(rows, mapping, ex);
		}
	}

	private List<RowResult> refused(List<RowWrite> rows, TableMapping mapping, Rejected ex) {
		if (mayHaveDrifted(ex)) {
			var now = this.schemas.lookAgain(mapping, this.lane);
			if (now.isPresent()) {
				return write(rows, now.get());
			}
		}
		return (rows.size() == 1) ? List.of(alone(rows.getFirst(), ex)) : halves(rows, mapping);
	}

	/**
	 * Any refusal may come from a change in the base, but one look a write is enough for
	 * most.
	 */
	private boolean mayHaveDrifted(Rejected ex) {
		return this.looked.compareAndSet(false, true) || DRIFT.contains(ex.error().type());
	}

	private List<RowResult> halves(List<RowWrite> rows, TableMapping mapping) {
		var middle = rows.size() / 2;
		return Stream
			.concat(half(rows.subList(0, middle), mapping).stream(),
					half(rows.subList(middle, rows.size()), mapping).stream())
			.toList();
	}

	private List<RowResult> half(List<RowWrite> rows, TableMapping mapping) {
		try {
			return write(rows, mapping);
		}
		catch (Unavailable ex) {
			return broken(rows, ex);
		}
	}

	private static RowResult alone(RowWrite row, Rejected ex) {
		var message = ex.error().message();
		var gone = NO_RECORD.contains(ex.error().type())
				&& row.record().filter((id) -> message.contains(id.value()) || !message.contains("rec")).isPresent();
		return gone ? new Gone() : new Poisoned(ex.error());
	}

	private static List<RowResult> open(List<RowWrite> rows, Unavailable reason) {
		return new ArrayList<>(Collections.nCopies(rows.size(), new Open(reason)));
	}

}

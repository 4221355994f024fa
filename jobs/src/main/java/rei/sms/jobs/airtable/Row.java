package rei.sms.jobs.airtable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.Labelled;

/**
 * What the engine knows about one record, by its own names of the fields; {@code null}
 * clears.
 */
public final class Row {

	private final Map<Field, Value> values = new LinkedHashMap<>();

	/** Some text. */
	public Row text(Field field, @Nullable String text) {
		return set(field, (text == null || text.isEmpty()) ? new Value.Clear() : new Value.Text(text));
	}

	/** A word of the vocabulary. */
	public Row word(Field field, @Nullable Labelled word) {
		return set(field, (word != null) ? new Value.Word(Spellings.of(word)) : new Value.Clear());
	}

	/** A count or an amount. */
	public Row number(Field field, @Nullable Number number) {
		return set(field, (number != null) ? new Value.Amount(number) : new Value.Clear());
	}

	/** A point in time. */
	public Row time(Field field, @Nullable Instant time) {
		return set(field, (time != null) ? new Value.Moment(time) : new Value.Clear());
	}

	/** A calendar day. */
	public Row day(Field field, @Nullable LocalDate date) {
		return set(field, (date != null) ? new Value.Day(date) : new Value.Clear());
	}

	/** Yes or no. */
	public Row flag(Field field, boolean set) {
		return set(field, new Value.Flag(set));
	}

	/** Another record. */
	public Row link(Field field, @Nullable RecordId id) {
		return links(field, (id != null) ? List.of(id) : List.of());
	}

	/** Other records, in place of those that are linked now. */
	public Row links(Field field, List<RecordId> ids) {
		return set(field, ids.isEmpty() ? new Value.Clear() : new Value.Links(List.copyOf(ids)));
	}

	private Row set(Field field, Value value) {
		this.values.put(field, value);
		return this;
	}

	Map<Field, Value> values() {
		return this.values;
	}

	@Override
	public String toString() {
		return "Row" + this.values.keySet();
	}

}

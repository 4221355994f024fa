package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A stored record: its cells by field name, none of them empty; links as sets of record
 * ids.
 */
final class Row {

	private final String id;

	private final Instant created;

	private final Map<String, Object> cells = new HashMap<>();

	private final Map<String, Instant> changed = new HashMap<>(4);

	private Instant modified;

	Row(String id, Instant created) {
		this.id = id;
		this.created = created;
		this.modified = created;
	}

	String id() {
		return this.id;
	}

	Instant created() {
		return this.created;
	}

	Instant modified() {
		return this.modified;
	}

	/** When one of these fields last changed after the row was made. */
	Instant modified(Collection<String> fields) {
		return fields.stream()
			.map((field) -> this.changed.getOrDefault(field, this.created))
			.max(Instant::compareTo)
			.orElse(this.modified);
	}

	@Nullable Object cell(String field) {
		return this.cells.get(field);
	}

	Map<String, Object> cells() {
		return this.cells;
	}

	/** When each field changed after the row was made. */
	Map<String, Instant> changed() {
		return this.changed;
	}

	void restored(Instant modified) {
		this.modified = modified;
	}

	/** The linked record ids, in the order in which they were linked. */
	@SuppressWarnings("unchecked")
	Set<String> links(String field) {
		return (Set<String>) this.cells.getOrDefault(field, Set.of());
	}

	void set(String field, @Nullable Object value, Instant now) {
		if (value == null || isEmpty(value)) {
			this.cells.remove(field);
		}
		else {
			this.cells.put(field, value);
		}
		touch(field, now);
	}

	@SuppressWarnings("unchecked")
	void link(String field, String id, Instant now) {
		((Set<String>) this.cells.computeIfAbsent(field, (_) -> new LinkedHashSet<String>())).add(id);
		touch(field, now);
	}

	void unlink(String field, String id, Instant now) {
		if (this.cells.get(field) instanceof Set<?> ids && ids.remove(id)) {
			set(field, ids, now);
		}
	}

	private void touch(String field, Instant now) {
		this.modified = now;
		if (now.isAfter(this.created)) {
			this.changed.put(field, now);
		}
	}

	private static boolean isEmpty(Object value) {
		return "".equals(value) || Boolean.FALSE.equals(value)
				|| (value instanceof Collection<?> many && many.isEmpty());
	}

}

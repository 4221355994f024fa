package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A base's tables, and the links between them.
 */
final class Base {

	private final String id;

	private final String name;

	private final Map<String, Table> tables = new LinkedHashMap<>();

	private final Map<String, Table> tablesById = new HashMap<>();

	private @Nullable Consumer<JsonNode> journal;

	private final ReentrantLock lock = new ReentrantLock();

	private final Rate rate;

	private final Cursors cursors;

	private final Webhooks webhooks;

	Base(BaseSpec spec, Rate rate, Cursors cursors, Webhooks webhooks) {
		this.id = spec.id();
		this.name = spec.name();
		this.rate = rate;
		this.cursors = cursors;
		this.webhooks = webhooks;
		for (TableSpec table : spec.tables()) {
			var made = new Table(spec.id(), table);
			this.tables.put(made.name(), made);
			this.tablesById.put(made.id(), made);
		}
		spec.tables().forEach(this::declareInverses);
	}

	private void declareInverses(TableSpec table) {
		for (FieldSpec field : table.fields()) {
			if (field.type() == FieldType.MULTIPLE_RECORD_LINKS) {
				Table target = table(field.target());
				if (!target.has(field.other())) {
					target.add(FieldSpec.link(field.other(), table.name(), field.name()));
				}
			}
		}
	}

	String id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	Rate rate() {
		return this.rate;
	}

	Cursors cursors() {
		return this.cursors;
	}

	Webhooks webhooks() {
		return this.webhooks;
	}

	Collection<Table> tables() {
		return this.tables.values();
	}

	/** The table of that name or id. */
	Table table(String nameOrId) {
		Table table = this.tables.getOrDefault(nameOrId, this.tablesById.get(nameOrId));
		if (table == null) {
			throw ApiError.forbidden();
		}
		return table;
	}

	/** Tells every change from now on, as {@link Snapshot#apply} takes it. */
	void journal(Consumer<JsonNode> journal) {
		this.journal = journal;
	}

	/** Ends a change: writes it down and tells the webhooks. */
	void publish(Changes changes, String source) {
		if (this.journal != null) {
			this.journal.accept(Json.object().set(this.id, Snapshot.save(changes)));
		}
		this.webhooks.publish(changes, source, this::cellsById);
	}

	/** Does something while nobody else reads or changes the base. */
	<T> T locked(Supplier<T> work) {
		this.lock.lock();
		try {
			return work.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Sets cells that were checked before; links show on both sides. */
	void set(Table table, Row row, Map<String, @Nullable Object> cells, Instant now, Changes changes) {
		table.change(row, () -> cells.forEach((field, value) -> {
			changes.changed(table, row, field);
			if (table.field(field).type() == FieldType.MULTIPLE_RECORD_LINKS) {
				relink(table, row, table.field(field), ids(value), now, changes);
			}
			else {
				row.set(field, value, now);
			}
		}));
	}

	/** Removes a row and every link to it. */
	void remove(Table table, Row row, Instant now, Changes changes) {
		for (FieldSpec field : table.fields()) {
			if (field.type() == FieldType.MULTIPLE_RECORD_LINKS) {
				relink(table, row, field, List.of(), now, changes);
			}
		}
		table.remove(row);
		changes.destroyed(table, row);
	}

	/** A row's cells by field id instead of name. */
	ObjectNode cellsById(Table table, Row row, Collection<String> fields) {
		ObjectNode cells = Json.object();
		new RowView(this, table, row).cells(fields)
			.forEach((field, value) -> cells.set(table.fieldId(table.field(field)), Json.tree(value)));
		return cells;
	}

	private void relink(Table table, Row row, FieldSpec field, Collection<String> ids, Instant now, Changes changes) {
		Table target = table(field.target());
		Set<String> before = Set.copyOf(row.links(field.name()));
		before.stream().filter((id) -> !ids.contains(id)).forEach((id) -> {
			row.unlink(field.name(), id, now);
			onOtherSide(target, id, field, changes, (other) -> other.unlink(field.other(), row.id(), now));
		});
		ids.stream().filter((id) -> !before.contains(id)).forEach((id) -> {
			row.link(field.name(), id, now);
			onOtherSide(target, id, field, changes, (other) -> other.link(field.other(), row.id(), now));
		});
	}

	private static void onOtherSide(Table target, String id, FieldSpec field, Changes changes, Consumer<Row> change) {
		Row other = target.row(id);
		if (other != null) {
			change.accept(other);
			changes.changed(target, other, field.other());
		}
	}

	@SuppressWarnings("unchecked")
	private static Collection<String> ids(@Nullable Object value) {
		return (value != null) ? (Collection<String>) value : List.of();
	}

}

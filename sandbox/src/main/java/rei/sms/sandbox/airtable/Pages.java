package rei.sms.sandbox.airtable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Reads a listing page by page: a filter is asked only about the rows that the page
 * needs.
 */
final class Pages {

	private final Base base;

	private final Table table;

	private final Listing listing;

	Pages(Base base, Table table, Listing listing) {
		this.base = base;
		this.table = table;
		this.listing = listing;
		listing.fields().forEach(table::field);
	}

	Page read() {
		Position start = Position.parse(this.listing.offset());
		List<Row> rows = (start.cursor != null) ? this.base.cursors().rows(start.cursor) : rows();
		Formula filter = filter();
		var found = new ArrayList<Row>();
		int room = Math.min(this.listing.pageSize(), this.listing.maxRecords() - start.given);
		int at = start.at;
		for (; at < rows.size() && found.size() < room; at++) {
			if (matches(rows.get(at), filter)) {
				found.add(rows.get(at));
			}
		}
		while (at < rows.size() && !matches(rows.get(at), filter)) {
			at++;
		}
		int given = start.given + found.size();
		boolean more = at < rows.size() && given < this.listing.maxRecords();
		return new Page(found, more ? new Position(cursor(start, rows), at, given).toString() : null);
	}

	private String cursor(Position start, List<Row> rows) {
		return (start.cursor != null) ? start.cursor : this.base.cursors().keep(rows);
	}

	private List<Row> rows() {
		List<Row> rows = this.table.snapshot();
		if (!this.listing.sort().isEmpty()) {
			Formula filter = filter();
			rows.removeIf((row) -> !matches(row, filter));
			rows.sort(order());
		}
		return rows;
	}

	private boolean matches(Row row, Formula filter) {
		return this.table.row(row.id()) == row && filter.holds(view(row));
	}

	private Formula filter() {
		Formula wanted = parsed(this.listing.formula());
		Formula view = parsed(viewFormula());
		return (scope) -> view.holds(scope) && wanted.holds(scope);
	}

	private String viewFormula() {
		String view = this.listing.view();
		if (view.isEmpty() || view.equals(Table.GRID_VIEW)) {
			return "";
		}
		String formula = this.table.views().get(view);
		if (formula == null) {
			throw ApiError.of(422, "VIEW_NAME_NOT_FOUND", "View " + view + " not found");
		}
		return formula;
	}

	private Formula parsed(String formula) {
		return formula.isEmpty() ? (_) -> true : Formula.parse(formula, this.table.fieldNames());
	}

	private Comparator<Row> order() {
		return this.listing.sort().stream().map((sort) -> {
			String field = this.table.field(sort.field()).name();
			Comparator<Row> order = Comparator.comparing((Row row) -> view(row).field(field),
					Comparator.nullsFirst(Pages::compare));
			return sort.descending() ? order.reversed() : order;
		}).reduce(Comparator::thenComparing).orElseThrow();
	}

	private static int compare(Object left, Object right) {
		return Objects.requireNonNullElseGet(FormulaValues.compare(left, right),
				() -> FormulaValues.text(left).compareTo(FormulaValues.text(right)));
	}

	private RowView view(Row row) {
		return new RowView(this.base, this.table, row);
	}

	/** One page; {@code offset} is null on the last. */
	record Page(List<Row> rows, @Nullable String offset) {
	}

	/** Where a page starts, as the client carries it around. */
	private record Position(@Nullable String cursor, int at, int given) {

		private static Position parse(String offset) {
			if (offset.isEmpty()) {
				return new Position(null, 0, 0);
			}
			if (!offset.matches("itr\\w{14}/\\d{1,9}/\\d{1,9}")) {
				throw ApiError.cursorExpired();
			}
			String[] parts = offset.split("/");
			return new Position(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
		}

		@Override
		public String toString() {
			return this.cursor + "/" + this.at + "/" + this.given;
		}

	}

}

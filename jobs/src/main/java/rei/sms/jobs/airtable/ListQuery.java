package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;

/**
 * Which records of a table to list and what of them.
 *
 * @param fields names of the fields wanted; all when empty
 * @param sort names of the fields to sort by, ascending
 * @param view only the records of this view
 * @param pageSize records a page, at most 100
 */
public record ListQuery(List<String> fields, Optional<Formula> filter, List<String> sort, Optional<String> view,
		int pageSize) {

	/** Every record with every field. */
	public static final ListQuery ALL = new ListQuery(List.of(), Optional.empty(), List.of(), Optional.empty(), 100);

	/** Only these fields. */
	public ListQuery with(List<String> wanted) {
		return new ListQuery(List.copyOf(wanted), this.filter, this.sort, this.view, this.pageSize);
	}

	/** Only what the formula lets through. */
	public ListQuery where(Formula formula) {
		return new ListQuery(this.fields, Optional.of(formula), this.sort, this.view, this.pageSize);
	}

	/** Sorted by these fields. */
	public ListQuery sortedBy(String... names) {
		return new ListQuery(this.fields, this.filter, List.of(names), this.view, this.pageSize);
	}

	/** That many records a page. */
	public ListQuery paged(int size) {
		return new ListQuery(this.fields, this.filter, this.sort, this.view, size);
	}

	/** Only the records that a view shows. */
	public ListQuery of(String viewName) {
		return new ListQuery(this.fields, this.filter, this.sort, Optional.of(viewName), this.pageSize);
	}

}

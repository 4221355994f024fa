package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;

/**
 * Which records of a table to list and what of them.
 *
 * @param fields names of the fields wanted; all when empty
 * @param sort names of the fields to sort by, ascending
 * @param pageSize records a page, at most 100
 */
public record ListQuery(List<String> fields, Optional<Formula> filter, List<String> sort, int pageSize) {

	/** Every record with every field. */
	public static final ListQuery ALL = new ListQuery(List.of(), Optional.empty(), List.of(), 100);

	/** Only these fields. */
	public ListQuery with(List<String> wanted) {
		return new ListQuery(List.copyOf(wanted), this.filter, this.sort, this.pageSize);
	}

	/** Only what the formula lets through. */
	public ListQuery where(Formula formula) {
		return new ListQuery(this.fields, Optional.of(formula), this.sort, this.pageSize);
	}

	/** Sorted by these fields. */
	public ListQuery sortedBy(String... names) {
		return new ListQuery(this.fields, this.filter, List.of(names), this.pageSize);
	}

	/** That many records a page. */
	public ListQuery paged(int size) {
		return new ListQuery(this.fields, this.filter, this.sort, size);
	}

}

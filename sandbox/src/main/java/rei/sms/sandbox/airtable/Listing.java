package rei.sms.sandbox.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import rei.sms.sandbox.http.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * What a client asks a listing for.
 *
 * @param formula empty for all records
 * @param offset empty for the first page
 */
record Listing(List<String> fields, String formula, int pageSize, int maxRecords, List<Sort> sort, String view,
		String offset, boolean byFieldId) {

	private static final int LARGEST_PAGE = 100;

	private static final Pattern SORT = Pattern.compile("sort\\[(\\d+)]\\[(field|direction)]");

	private static final Set<String> IGNORED = Set.of("cellFormat", "timeZone", "userLocale", "recordMetadata[]",
			"recordMetadata");

	Listing {
		if (pageSize < 1 || pageSize > LARGEST_PAGE || maxRecords < 1) {
			throw ApiError.invalid("pageSize is 1 to 100, maxRecords at least 1");
		}
	}

	/** From a query string. */
	static Listing of(Parameters query) {
		var builder = new Builder();
		var sorts = new TreeMap<Integer, Sort>();
		for (Map.Entry<String, String> pair : query.pairs()) {
			var sort = SORT.matcher(pair.getKey());
			if (sort.matches()) {
				boolean direction = sort.group(2).equals("direction");
				sorts.merge(Integer.valueOf(sort.group(1)),
						direction ? new Sort("", descending(pair.getValue())) : new Sort(pair.getValue(), false),
						Sort::and);
			}
			else {
				builder.set(pair.getKey(), pair.getValue());
			}
		}
		return builder.build(List.copyOf(sorts.values()));
	}

	/** From the body of {@code listRecords}. */
	static Listing of(JsonNode body) {
		var builder = new Builder();
		var sorts = new ArrayList<Sort>();
		for (Map.Entry<String, JsonNode> pair : body.properties()) {
			switch (pair.getKey()) {
				case "fields" -> pair.getValue().forEach((field) -> builder.set("fields[]", field.asString()));
				case "sort" -> pair.getValue()
					.forEach((sort) -> sorts.add(new Sort(sort.path("field").asString(""),
							descending(sort.path("direction").asString("asc")))));
				default -> builder.set(pair.getKey(), pair.getValue().asString(""));
			}
		}
		return builder.build(sorts);
	}

	private static boolean descending(String direction) {
		return switch (direction) {
			case "asc" -> false;
			case "desc" -> true;
			default -> throw ApiError.invalid("direction is asc or desc");
		};
	}

	/** One order; the first of a listing counts most. */
	record Sort(String field, boolean descending) {

		private Sort and(Sort other) {
			return new Sort(this.field + other.field, this.descending || other.descending);
		}

	}

	private static final class Builder {

		private final List<String> fields = new ArrayList<>();

		private String formula = "";

		private int pageSize = LARGEST_PAGE;

		private int maxRecords = Integer.MAX_VALUE;

		private String view = "";

		private String offset = "";

		private boolean byFieldId;

		private void set(String name, String value) {
			switch (name) {
				case "fields[]", "fields" -> this.fields.add(value);
				case "filterByFormula" -> this.formula = value;
				case "pageSize" -> this.pageSize = number(value);
				case "maxRecords" -> this.maxRecords = number(value);
				case "view" -> this.view = value;
				case "offset" -> this.offset = value;
				case "returnFieldsByFieldId" -> this.byFieldId = value.equals("true");
				default -> ignore(name);
			}
		}

		private void ignore(String name) {
			if (!IGNORED.contains(name)) {
				throw ApiError.invalid("unknown parameter " + name);
			}
		}

		private static int number(String value) {
			try {
				return Integer.parseInt(value);
			}
			catch (NumberFormatException ex) {
				throw ApiError.invalid("not a number: " + value);
			}
		}

		private Listing build(List<Sort> sort) {
			return new Listing(List.copyOf(this.fields), this.formula, this.pageSize, this.maxRecords, sort, this.view,
					this.offset, this.byFieldId);
		}

	}

}

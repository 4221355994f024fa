package rei.sms.sandbox.airtable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as the owner of a base sets it up; the first field is the primary one.
 *
 * @param views filter formulas by the name of the view; every table has "Grid view"
 * besides
 */
public record TableSpec(String name, List<FieldSpec> fields, Map<String, String> views) {

	public static TableSpec of(String name, FieldSpec... fields) {
		return new TableSpec(name, List.of(fields), Map.of());
	}

	/**
	 * The same table with one more view.
	 */
	public TableSpec view(String view, String formula) {
		var more = new LinkedHashMap<>(this.views);
		more.put(view, formula);
		return new TableSpec(this.name, this.fields, more);
	}

	/**
	 * The same table without a field, for tests of bases that differ from the contract.
	 */
	public TableSpec without(String field) {
		return new TableSpec(this.name, this.fields.stream().filter((spec) -> !spec.name().equals(field)).toList(),
				this.views);
	}

	/**
	 * The same table with this field in place of the one of the same name, or added.
	 */
	public TableSpec with(FieldSpec field) {
		var fields = new LinkedHashMap<String, FieldSpec>();
		this.fields.forEach((spec) -> fields.put(spec.name(), spec));
		fields.put(field.name(), field);
		return new TableSpec(this.name, List.copyOf(fields.values()), this.views);
	}

}

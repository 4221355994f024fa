package rei.sms.sandbox.airtable;

import java.util.List;

/**
 * A base as its owner sets it up.
 *
 * @param id the id that clients name, such as {@code appSandboxLeads001}
 */
public record BaseSpec(String id, String name, List<TableSpec> tables) {

	public static BaseSpec of(String id, String name, TableSpec... tables) {
		return new BaseSpec(id, name, List.of(tables));
	}

	/**
	 * The same base with this table in place of the one of the same name, or added.
	 */
	public BaseSpec with(TableSpec table) {
		var tables = new java.util.LinkedHashMap<String, TableSpec>();
		this.tables.forEach((spec) -> tables.put(spec.name(), spec));
		tables.put(table.name(), table);
		return new BaseSpec(this.id, this.name, List.copyOf(tables.values()));
	}

	/**
	 * The same base without a table.
	 */
	public BaseSpec without(String table) {
		return new BaseSpec(this.id, this.name,
				this.tables.stream().filter((spec) -> !spec.name().equals(table)).toList());
	}

	/**
	 * The table of that name, to derive a changed one from.
	 */
	public TableSpec table(String table) {
		return this.tables.stream().filter((spec) -> spec.name().equals(table)).findFirst().orElseThrow();
	}

}

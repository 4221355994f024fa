package rei.sms.jobs.airtable;

import java.util.List;
import java.util.stream.Stream;

import rei.sms.jobs.airtable.FieldSchema.Choice;
import rei.sms.jobs.airtable.FieldSchema.Options;

/** Schemas of bases, in few words. */
final class TestSchema {

	private TestSchema() {
	}

	static FieldSchema field(String name, String type) {
		return new FieldSchema("fld" + name.replace(" ", ""), name, type, null);
	}

	static FieldSchema select(String name, String... options) {
		return new FieldSchema("fld" + name.replace(" ", ""), name, "singleSelect",
				new Options(Stream.of(options).map(Choice::new).toList(), null));
	}

	static TableMapping mapping(Table table, FieldSchema... fields) {
		return mapping(table, new FieldNames((_) -> null), fields);
	}

	static TableMapping mapping(Table table, FieldNames names, FieldSchema... fields) {
		var schema = new TableSchema("tblX", table.usualName(), List.of(fields));
		return TableMapping.of(table, table.usualName(), new BaseSchema(List.of(schema)), names);
	}

}

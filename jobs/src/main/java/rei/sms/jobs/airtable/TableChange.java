package rei.sms.jobs.airtable;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What one action changed in one table.
 *
 * @param table the table's id
 * @param source who acted: {@code client} is a person, {@code publicApi} a program
 * @param changed records made or changed
 * @param deleted records that are gone
 */
public record TableChange(String table, String source, List<RecordId> changed, List<RecordId> deleted) {

	/** Whether a program made it, as all our own writes are. */
	public boolean isByProgram() {
		return this.source.equals("publicApi");
	}

	static Stream<TableChange> read(JsonNode payload) {
		var source = payload.path("actionMetadata").path("source").asString("");
		return payload.path("changedTablesById")
			.properties()
			.stream()
			.map((table) -> read(table.getKey(), source, table.getValue()));
	}

	private static TableChange read(String table, String source, JsonNode change) {
		var changed = Stream.of("createdRecordsById", "changedRecordsById")
			.flatMap((name) -> change.path(name).propertyNames().stream());
		return new TableChange(table, source, ids(changed),
				ids(change.path("destroyedRecordIds").valueStream().map((id) -> id.asString(""))));
	}

	private static List<RecordId> ids(Stream<String> ids) {
		return ids.flatMap((id) -> RecordId.parse(id).stream()).distinct().toList();
	}

}

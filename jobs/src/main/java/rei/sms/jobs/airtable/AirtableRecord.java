package rei.sms.jobs.airtable;

import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

/**
 * A record as Airtable answered it; cells that are empty are absent.
 *
 * @param cells by field name
 */
public record AirtableRecord(RecordId id, Map<String, JsonNode> cells) {

	static AirtableRecord read(JsonNode record) {
		var id = RecordId.parse(record.path("id").asString(""))
			.orElseThrow(() -> new Unavailable("airtable answered a record without an id", Outcome.UNKNOWN));
		return new AirtableRecord(id,
				record.path("fields")
					.properties()
					.stream()
					.collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue)));
	}

	@Nullable String text(String field) {
		var cell = this.cells.get(field);
		return (cell != null && cell.isValueNode()) ? cell.asString() : null;
	}

	@Override
	public String toString() {
		return "AirtableRecord[" + this.id + "]";
	}

}

package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which tables and fields a base really has. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BaseSchema(@Nullable List<TableSchema> tables) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static BaseSchema read(JsonNode metadata) {
		return MAPPER.treeToValue(metadata, BaseSchema.class);
	}

	static BaseSchema parse(String text) {
		return MAPPER.readValue(text, BaseSchema.class);
	}

	/** The part that the engine knows, as text. */
	String format() {
		return MAPPER.writeValueAsString(this);
	}

	/** The table with this name or id. */
	public Optional<TableSchema> table(String nameOrId) {
		return Optional.ofNullable(this.tables)
			.stream()
			.flatMap(List::stream)
			.filter((table) -> table.name().equals(nameOrId) || table.id().equals(nameOrId))
			.findFirst();
	}

}

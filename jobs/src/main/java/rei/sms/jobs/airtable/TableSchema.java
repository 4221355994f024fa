package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A table as the base has it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TableSchema(String id, String name, List<FieldSchema> fields) {

	/** The field with this name or id. */
	public Optional<FieldSchema> field(String nameOrId) {
		return this.fields.stream()
			.filter((field) -> nameOrId.equals(field.name()) || nameOrId.equals(field.id()))
			.findFirst();
	}

}

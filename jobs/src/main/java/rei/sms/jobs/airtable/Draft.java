package rei.sms.jobs.airtable;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * Cells to be written.
 *
 * @param id the record, when it is known
 * @param fields by field name; {@code null} clears a cell
 */
@JsonInclude(Include.ALWAYS)
public record Draft(@JsonInclude(Include.NON_ABSENT) Optional<String> id, Map<String, @Nullable Object> fields) {

	/** Changes these cells of that record. */
	public static Draft of(RecordId id, Map<String, @Nullable Object> fields) {
		return new Draft(Optional.of(id.value()), fields);
	}

	/** A record that has no id yet. */
	public static Draft of(Map<String, @Nullable Object> fields) {
		return new Draft(Optional.empty(), fields);
	}

	@Override
	public String toString() {
		return "Draft[" + this.id + "]";
	}

}

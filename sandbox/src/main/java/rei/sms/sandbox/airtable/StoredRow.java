package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record as a test or the sandbox's page sees it: cells as the API shows them, computed
 * ones included.
 */
public record StoredRow(String id, Instant createdTime, Map<String, Object> fields) {

	/**
	 * The cell as text, or null when it is empty.
	 */
	public @Nullable String text(String field) {
		Object cell = this.fields.get(field);
		return (cell != null) ? cell.toString() : null;
	}

	/**
	 * The record ids of a link field.
	 */
	public Collection<String> links(String field) {
		return (this.fields.get(field) instanceof Collection<?> ids) ? ids.stream().map(String::valueOf).toList()
				: java.util.List.of();
	}

}

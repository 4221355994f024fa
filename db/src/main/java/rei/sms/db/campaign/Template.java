package rei.sms.db.campaign;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;

/**
 * The standing version of a template. Its text never changes: an edit makes a new
 * version.
 *
 * @param versionId the version that a text names as its source
 * @param airtableId the template's record in Airtable
 */
public record Template(UUID id, UUID versionId, String airtableId, @Nullable Stage stage, @Nullable String category,
		@Nullable String name, String message) {
}

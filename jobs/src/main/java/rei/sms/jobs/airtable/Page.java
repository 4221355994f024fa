package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;

/**
 * Some records of a listing.
 *
 * @param next where the listing goes on; empty on the last page
 */
public record Page(List<AirtableRecord> records, Optional<String> next) {

}

package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row as a base takes it.
 *
 * @param fields by field name; {@code null} clears
 * @param leftOut what the base cannot take, with the fix
 */
record Cells(Map<String, @Nullable Object> fields, List<Fault> leftOut) {

}

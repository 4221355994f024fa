package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a formula sees of the record it is asked about.
 */
interface Scope {

	/** The field's value as formulas see it: text, number, truth, instant, or nothing. */
	@Nullable Object field(String name);

	String recordId();

	Instant created();

	/** When one of these fields, or with none any field, last changed. */
	Instant modified(List<String> fields);

}

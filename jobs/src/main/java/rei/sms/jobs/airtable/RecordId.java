package rei.sms.jobs.airtable;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Airtable's id of one record. */
public record RecordId(String value) {

	private static final Predicate<String> FORM = Pattern.compile("rec[A-Za-z0-9]{1,40}").asMatchPredicate();

	public RecordId {
		if (!FORM.test(value)) {
			throw new IllegalArgumentException("not an Airtable record id");
		}
	}

	/** Reads an id, or answers empty when it is none. */
	public static Optional<RecordId> parse(String text) {
		return FORM.test(text) ? Optional.of(new RecordId(text)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package rei.sms.jobs.airtable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A formula that Airtable filters by; what it compares with is quoted, so that no text of
 * a seller can change its meaning.
 */
public final class Formula {

	private final String text;

	private Formula(String text) {
		this.text = text;
	}

	/** The field holds exactly this text. */
	public static Formula equal(String field, String value) {
		return new Formula(reference(field) + "=" + quoted(value));
	}

	/** The field is empty; zero counts as empty. */
	public static Formula blank(String field) {
		return new Formula(reference(field) + "=BLANK()");
	}

	/** The checkbox is ticked, or the field holds anything. */
	public static Formula set(String field) {
		return new Formula(reference(field));
	}

	/** The date is later. */
	public static Formula after(String field, Instant time) {
		return new Formula("IS_AFTER(" + reference(field) + "," + instant(time) + ")");
	}

	/** The date is earlier. */
	public static Formula before(String field, Instant time) {
		return new Formula("IS_BEFORE(" + reference(field) + "," + instant(time) + ")");
	}

	/**
	 * Somebody changed the record since then; up to a second too many rather than one too
	 * few.
	 */
	public static Formula modifiedSince(Instant time) {
		return new Formula("IS_AFTER(LAST_MODIFIED_TIME()," + instant(time.minus(Duration.ofSeconds(1))) + ")");
	}

	/**
	 * Somebody changed one of these fields since then; up to a second too many rather
	 * than one too few.
	 */
	public static Formula changedSince(Instant time, Collection<String> fields) {
		var watched = fields.stream().map(Formula::reference).collect(Collectors.joining(","));
		return new Formula(
				"IS_AFTER(LAST_MODIFIED_TIME(" + watched + ")," + instant(time.minus(Duration.ofSeconds(1))) + ")");
	}

	/** Somebody changed one of these fields once the record was there. */
	public static Formula changedSinceMade(Collection<String> fields) {
		var watched = fields.stream().map(Formula::reference).collect(Collectors.joining(","));
		return new Formula("IS_AFTER(LAST_MODIFIED_TIME(" + watched + "),CREATED_TIME())");
	}

	/**
	 * The record was made since then; up to a second too many rather than one too few.
	 */
	public static Formula createdSince(Instant time) {
		return new Formula("IS_AFTER(CREATED_TIME()," + instant(time.minus(Duration.ofSeconds(1))) + ")");
	}

	/** The record is this one. */
	public static Formula record(RecordId id) {
		return new Formula("RECORD_ID()=" + quoted(id.value()));
	}

	/** All of them hold. */
	public static Formula all(Formula... parts) {
		return joined("AND", parts);
	}

	/** At least one of them holds. */
	public static Formula any(Formula... parts) {
		return joined("OR", parts);
	}

	/** It does not hold. */
	public static Formula not(Formula part) {
		return joined("NOT", part);
	}

	private static Formula joined(String function, Formula... parts) {
		return new Formula(
				Stream.of(parts).map(Formula::toString).collect(Collectors.joining(",", function + "(", ")")));
	}

	static String reference(String field) {
		return "{" + field.replace("\\", "\\\\").replace("}", "\\}") + "}";
	}

	static String quoted(String value) {
		return "'" + value.replace("\\", "\\\\")
			.replace("'", "\\'")
			.replace("\n", "\\n")
			.replace("\r", "\\r")
			.replace("\t", "\\t") + "'";
	}

	private static String instant(Instant time) {
		return "DATETIME_PARSE(" + quoted(time.toString()) + ")";
	}

	@Override
	public String toString() {
		return this.text;
	}

}

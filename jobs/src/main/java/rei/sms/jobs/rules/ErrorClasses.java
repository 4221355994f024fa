package rei.sms.jobs.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import rei.sms.db.message.Gsm;

/** The table of what the provider's codes, words and statuses mean. */
public final class ErrorClasses {

	private static final ErrorClasses STANDARD = new ErrorClasses(CsvTable.read("error-classes.csv"));

	private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");

	private final List<CsvTable.Row> rows;

	private ErrorClasses(CsvTable table) {
		this.rows = table.rows();
	}

	/** The table that the engine ships with. */
	public static ErrorClasses standard() {
		return STANDARD;
	}

	/**
	 * What a refusal means.
	 * @param status the HTTP status of the answer, 0 when it came as a receipt
	 * @param code the provider's error code, empty when it gave none
	 * @param words the provider's sentence, empty when it gave none
	 */
	public ErrorClass of(int status, String code, String words) {
		return Stream.concat(byCode(code + " " + words), Stream.concat(byWords(words), byStatus(status)))
			.findFirst()
			.map(ErrorClasses::named)
			.orElseGet(() -> new ErrorClass.Unknown("unknown code " + shown(status, code)));
	}

	private Stream<CsvTable.Row> byCode(String text) {
		return CODE.matcher(text).results().map(MatchResult::group).flatMap((code) -> row("code", code).stream());
	}

	private Stream<CsvTable.Row> byWords(String words) {
		var lower = Gsm.normalise(words).toLowerCase(Locale.ROOT);
		return this.rows.stream()
			.filter((row) -> row.get("kind").equals("words"))
			.filter((row) -> lower.contains(row.get("value")));
	}

	private Stream<CsvTable.Row> byStatus(int status) {
		return row("status", (status / 100 == 5) ? "5xx" : String.valueOf(status)).stream();
	}

	private Optional<CsvTable.Row> row(String kind, String value) {
		return this.rows.stream()
			.filter((row) -> row.get("kind").equals(kind) && row.get("value").equals(value))
			.findFirst();
	}

	private static ErrorClass named(CsvTable.Row row) {
		var reason = row.get("value") + ": " + row.get("meaning");
		return switch (row.get("class")) {
			case "UNREACHABLE" -> new ErrorClass.Unreachable(reason);
			case "SUPPRESS" -> new ErrorClass.Suppress(reason);
			case "BAD_MESSAGE" -> new ErrorClass.BadMessage(reason);
			case "FILTERED" -> new ErrorClass.Filtered(reason);
			case "TRANSIENT" -> new ErrorClass.Transient(reason);
			case "PAUSE_ALL" -> new ErrorClass.PauseAll(reason);
			default -> throw new IllegalStateException("unknown class in " + row);
		};
	}

	private static String shown(int status, String code) {
		return code.isBlank() ? "with status " + status : code;
	}

}

package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * How formulas compare and convert values: blank equals the empty text and zero.
 */
final class FormulaValues {

	private FormulaValues() {
	}

	static boolean truth(@Nullable Object value) {
		return switch (value) {
			case null -> false;
			case Boolean truth -> truth;
			case Number number -> number.doubleValue() != 0;
			case String text -> !text.isEmpty();
			default -> true;
		};
	}

	static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case Boolean truth -> truth ? "1" : "0";
			case Double number when number == Math.rint(number) -> String.valueOf(number.longValue());
			default -> value.toString();
		};
	}

	static boolean equal(@Nullable Object left, @Nullable Object right) {
		if (isBlank(left) || isBlank(right)) {
			return isBlank(left) && isBlank(right);
		}
		if (isNumeric(left) && isNumeric(right)) {
			return number(left) == number(right);
		}
		return left != null && left.equals(right);
	}

	/** Negative, zero or positive; null when the two can't be compared. */
	static @Nullable Integer compare(@Nullable Object left, @Nullable Object right) {
		if (left instanceof Instant earlier && right instanceof Instant later) {
			return earlier.compareTo(later);
		}
		if (left instanceof String first && right instanceof String second) {
			return first.compareTo(second);
		}
		boolean comparable = (left == null || isNumeric(left)) && (right == null || isNumeric(right));
		return comparable ? Double.compare(number(left), number(right)) : null;
	}

	/** An instant from an instant or an ISO 8601 text, else null. */
	static @Nullable Instant instant(@Nullable Object value) {
		return switch (value) {
			case Instant instant -> instant;
			case String text -> parse(text);
			case null, default -> null;
		};
	}

	/** An ISO 8601 date or time; without a zone it is UTC. */
	static @Nullable Instant parse(String text) {
		try {
			if (text.length() == 10) {
				return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
			}
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static boolean isBlank(@Nullable Object value) {
		return value == null || value.equals("") || (isNumeric(value) && number(value) == 0);
	}

	private static boolean isNumeric(@Nullable Object value) {
		return value instanceof Number || value instanceof Boolean;
	}

	static double number(@Nullable Object value) {
		return switch (value) {
			case Number number -> number.doubleValue();
			case Boolean truth -> truth ? 1 : 0;
			case null, default -> 0;
		};
	}

}

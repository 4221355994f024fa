package rei.sms.jobs.airtable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what was written to a cell with what the cell holds. */
final class CellComparison {

	private CellComparison() {
	}

	static boolean isAlike(@Nullable Object written, @Nullable JsonNode cell) {
		if (written == null || isEmpty(written) || cell == null || cell.isNull()) {
			return isEmpty(written) && isEmpty(cell);
		}
		return switch (written) {
			case Number number -> cell.isNumber() && isClose(number.doubleValue(), cell.asDouble());
			case Boolean flag -> flag.equals(cell.asBoolean(false));
			case Collection<?> several -> strings(several).equals(strings(cell));
			default -> isAlike(String.valueOf(written), cell);
		};
	}

	/** Whether the cell is a text that names a record. */
	static boolean isRecord(@Nullable Object written, @Nullable JsonNode cell) {
		var held = (cell != null && cell.isString()) ? cell.asString() : "";
		return RecordId.parse((written instanceof String text) ? text : held).isPresent();
	}

	private static boolean isEmpty(@Nullable Object written) {
		return switch (written) {
			case null -> true;
			case Boolean flag -> !flag;
			case String text -> text.isBlank();
			case Collection<?> several -> several.isEmpty();
			default -> false;
		};
	}

	private static boolean isEmpty(@Nullable JsonNode cell) {
		return cell == null || cell.isNull() || (cell.isArray() && cell.isEmpty())
				|| (cell.isBoolean() && !cell.asBoolean()) || (cell.isString() && cell.asString().isBlank());
	}

	private static boolean isClose(double one, double other) {
		return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one));
	}

	/** Airtable folds blanks in some fields, and writes times its own way. */
	private static boolean isAlike(String written, JsonNode cell) {
		var held = cell.isValueNode() ? cell.asString() : cell.toString();
		return folded(written).equals(folded(held)) || isSameTime(written, held);
	}

	private static String folded(String text) {
		return text.strip().replaceAll("\\s+", " ");
	}

	private static boolean isSameTime(String written, String held) {
		try {
			return written.endsWith("Z") && Instant.parse(written).equals(Instant.parse(held));
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static Set<String> strings(Collection<?> several) {
		return several.stream().map(String::valueOf).collect(Collectors.toSet());
	}

	private static Set<String> strings(JsonNode cell) {
		return cell.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
	}

}

package rei.sms.sandbox.airtable;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An Airtable formula, ready to be asked about records.
 */
interface Formula {

	/** Text, number, truth, instant, or null for blank. */
	@Nullable Object value(Scope scope);

	/** Whether the formula holds, as {@code filterByFormula} reads its result. */
	default boolean holds(Scope scope) {
		return FormulaValues.truth(value(scope));
	}

	/**
	 * Reads a formula that may name these fields.
	 * @throws ApiError when Airtable would not understand it, or the stand-in does not
	 */
	static Formula parse(String text, Set<String> fields) {
		return new FormulaParser(text, fields).parse();
	}

}

package rei.sms.sandbox.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a formula by recursive descent: comparisons of concatenations of terms.
 */
final class FormulaParser {

	private static final List<String> COMPARISONS = List.of("!=", "<=", ">=", "=", "<", ">");

	private final String text;

	private final Set<String> fields;

	private int at;

	FormulaParser(String text, Set<String> fields) {
		this.text = text;
		this.fields = fields;
	}

	Formula parse() {
		Formula formula = comparison();
		skipSpace();
		if (this.at < this.text.length()) {
			throw ApiError.invalidFormula("nothing may follow at position " + this.at);
		}
		return formula;
	}

	private Formula comparison() {
		Formula left = concatenation();
		for (String operator : COMPARISONS) {
			if (take(operator)) {
				return compared(left, operator, concatenation());
			}
		}
		return left;
	}

	private static Formula compared(Formula left, String operator, Formula right) {
		return switch (operator) {
			case "=" -> (scope) -> FormulaValues.equal(left.value(scope), right.value(scope));
			case "!=" -> (scope) -> !FormulaValues.equal(left.value(scope), right.value(scope));
			default -> (scope) -> {
				Integer order = FormulaValues.compare(left.value(scope), right.value(scope));
				return order != null
						&& ((order == 0) ? operator.length() == 2 : (order < 0) == (operator.charAt(0) == '<'));
			};
		};
	}

	private Formula concatenation() {
		Formula left = term();
		while (take("&")) {
			Formula head = left;
			Formula tail = term();
			left = (scope) -> FormulaValues.text(head.value(scope)) + FormulaValues.text(tail.value(scope));
		}
		return left;
	}

	private Formula term() {
		skipSpace();
		char next = (this.at < this.text.length()) ? this.text.charAt(this.at) : 0;
		if (next == '{') {
			return field();
		}
		if (next == '"' || next == '\'') {
			String literal = literal(next);
			return (_) -> literal;
		}
		if (take("(")) {
			Formula inner = comparison();
			expect(")");
			return inner;
		}
		return (Character.isDigit(next) || next == '-' || next == '.') ? number() : call();
	}

	private Formula field() {
		var name = new StringBuilder();
		for (this.at++; this.at < this.text.length() && this.text.charAt(this.at) != '}'; this.at++) {
			if (this.text.charAt(this.at) == '\\') {
				this.at++;
			}
			name.append(current());
		}
		expect("}");
		return reference(name.toString());
	}

	private Formula reference(String name) {
		if (!this.fields.contains(name)) {
			throw ApiError.invalidFormula("Unknown field names: " + name.toLowerCase(Locale.ROOT));
		}
		return new FieldReference(name);
	}

	private String literal(char quote) {
		var literal = new StringBuilder();
		for (this.at++; current() != quote; this.at++) {
			if (current() == '\\') {
				this.at++;
				literal.append(escaped(current()));
			}
			else {
				literal.append(current());
			}
		}
		this.at++;
		return literal.toString();
	}

	private static char escaped(char letter) {
		return switch (letter) {
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'r' -> '\r';
			default -> letter;
		};
	}

	private Formula number() {
		int start = this.at++;
		while (this.at < this.text.length() && (Character.isDigit(current()) || current() == '.')) {
			this.at++;
		}
		try {
			double number = Double.parseDouble(this.text.substring(start, this.at));
			return (_) -> number;
		}
		catch (NumberFormatException ex) {
			throw ApiError.invalidFormula("not a number at position " + start);
		}
	}

	private Formula call() {
		int start = this.at;
		while (this.at < this.text.length() && (Character.isLetterOrDigit(current()) || current() == '_')) {
			this.at++;
		}
		String name = this.text.substring(start, this.at);
		if (take("(")) {
			return FormulaFunctions.call(name, arguments());
		}
		return reference(name);
	}

	private List<Formula> arguments() {
		var arguments = new ArrayList<Formula>();
		if (take(")")) {
			return arguments;
		}
		do {
			arguments.add(comparison());
		}
		while (take(","));
		expect(")");
		return arguments;
	}

	private char current() {
		if (this.at >= this.text.length()) {
			throw ApiError.invalidFormula("it ends too early");
		}
		return this.text.charAt(this.at);
	}

	private boolean take(String token) {
		skipSpace();
		boolean found = this.text.startsWith(token, this.at);
		if (found) {
			this.at += token.length();
		}
		return found;
	}

	private void expect(String token) {
		if (!take(token)) {
			throw ApiError.invalidFormula("'" + token + "' expected at position " + this.at);
		}
	}

	private void skipSpace() {
		while (this.at < this.text.length() && Character.isWhitespace(this.text.charAt(this.at))) {
			this.at++;
		}
	}

	/** A field named in a formula. */
	record FieldReference(String name) implements Formula {

		@Override
		public @org.jspecify.annotations.Nullable Object value(Scope scope) {
			return scope.field(this.name);
		}

	}

}

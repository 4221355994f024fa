package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The functions that formulas may call.
 */
final class FormulaFunctions {

	private static final Map<String, Definition> FUNCTIONS = Map.ofEntries(
			define("AND", 1, 99, (args) -> (scope) -> args.stream().allMatch((arg) -> arg.holds(scope))),
			define("OR", 1, 99, (args) -> (scope) -> args.stream().anyMatch((arg) -> arg.holds(scope))),
			define("NOT", 1, 1, (args) -> (scope) -> !args.getFirst().holds(scope)),
			define("IF", 2, 3, FormulaFunctions::choice), define("BLANK", 0, 0, (_) -> (_) -> null),
			define("TRUE", 0, 0, (_) -> (_) -> true), define("FALSE", 0, 0, (_) -> (_) -> false),
			define("RECORD_ID", 0, 0, (_) -> Scope::recordId), define("CREATED_TIME", 0, 0, (_) -> Scope::created),
			define("LAST_MODIFIED_TIME", 0, 99, FormulaFunctions::modified),
			define("DATETIME_PARSE", 1, 3, (args) -> (scope) -> instant(args, 0, scope)),
			define("IS_AFTER", 2, 2, (args) -> (scope) -> order(args, scope) > 0),
			define("IS_BEFORE", 2, 2, (args) -> (scope) -> order(args, scope) < 0),
			define("IS_SAME", 2, 2, FormulaFunctions::same),
			define("LOWER", 1, 1, (args) -> (scope) -> text(args, 0, scope).toLowerCase(Locale.ROOT)),
			define("UPPER", 1, 1, (args) -> (scope) -> text(args, 0, scope).toUpperCase(Locale.ROOT)),
			define("TRIM", 1, 1, (args) -> (scope) -> text(args, 0, scope).strip()),
			define("LEN", 1, 1, (args) -> (scope) -> (double) text(args, 0, scope).length()),
			define("CONCATENATE", 1, 99, FormulaFunctions::joined),
			define("FIND", 2, 3, (args) -> (scope) -> find(args, scope, Function.identity())),
			define("SEARCH", 2, 3, (args) -> (scope) -> find(args, scope, (text) -> text.toLowerCase(Locale.ROOT))));

	private FormulaFunctions() {
	}

	static Formula call(String name, List<Formula> arguments) {
		Definition definition = FUNCTIONS.get(name.toUpperCase(Locale.ROOT));
		if (definition == null) {
			throw ApiError.invalidFormula("Unknown function names: " + name);
		}
		if (arguments.size() < definition.least || arguments.size() > definition.most) {
			throw ApiError.invalidFormula(name + " has the wrong number of arguments");
		}
		return definition.body.apply(List.copyOf(arguments));
	}

	private static Formula choice(List<Formula> args) {
		return (scope) -> {
			if (args.getFirst().holds(scope)) {
				return args.get(1).value(scope);
			}
			return (args.size() > 2) ? args.get(2).value(scope) : null;
		};
	}

	private static Formula modified(List<Formula> args) {
		var fields = args.stream().map((arg) -> {
			if (arg instanceof FormulaParser.FieldReference field) {
				return field.name();
			}
			throw ApiError.invalidFormula("LAST_MODIFIED_TIME takes fields");
		}).toList();
		return (scope) -> scope.modified(fields);
	}

	private static Formula same(List<Formula> args) {
		return (scope) -> {
			Instant left = instant(args, 0, scope);
			return left != null && left.equals(instant(args, 1, scope));
		};
	}

	private static Formula joined(List<Formula> args) {
		return (scope) -> args.stream()
			.map((arg) -> FormulaValues.text(arg.value(scope)))
			.collect(Collectors.joining());
	}

	/** Where the first text stands in the second, from 1; 0 when it doesn't. */
	private static double find(List<Formula> args, Scope scope, Function<String, String> fold) {
		int from = (args.size() > 2) ? (int) FormulaValues.number(args.get(2).value(scope)) : 0;
		return fold.apply(text(args, 1, scope)).indexOf(fold.apply(text(args, 0, scope)), Math.max(0, from - 1)) + 1;
	}

	private static int order(List<Formula> args, Scope scope) {
		Instant left = instant(args, 0, scope);
		Instant right = instant(args, 1, scope);
		return (left == null || right == null) ? 0 : left.compareTo(right);
	}

	private static @Nullable Instant instant(List<Formula> args, int index, Scope scope) {
		return FormulaValues.instant(args.get(index).value(scope));
	}

	private static String text(List<Formula> args, int index, Scope scope) {
		return FormulaValues.text(args.get(index).value(scope));
	}

	private static Map.Entry<String, Definition> define(String name, int least, int most,
			Function<List<Formula>, Formula> body) {
		return Map.entry(name, new Definition(least, most, body));
	}

	private record Definition(int least, int most, Function<List<Formula>, Formula> body) {
	}

}

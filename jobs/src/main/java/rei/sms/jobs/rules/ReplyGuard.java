package rei.sms.jobs.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import rei.sms.db.message.Gsm;
import rei.sms.db.message.Segments.Encoding;
import rei.sms.db.message.Segments;
import rei.sms.jobs.rules.GuardVerdict.Passed;
import rei.sms.jobs.rules.GuardVerdict.Reason;
import rei.sms.jobs.rules.GuardVerdict.Refused;

/**
 * Stands between the AI engines and the sellers (decision 36): a reply passes every check
 * or is not used.
 */
public final class ReplyGuard {

	private static final ReplyGuard STANDARD = new ReplyGuard(CsvTable.read("reply-guard.csv"));

	private static final int MOST_PARTS = 2;

	/** Fewer words than these show no language. */
	private static final int WORDS_OF_A_LANGUAGE = 4;

	private final List<Rule> rules;

	private final Script script = Script.standard();

	ReplyGuard(CsvTable table) {
		this.rules = table.rows().stream().map(Rule::of).toList();
	}

	/** The guard with the patterns that the engine ships with. */
	public static ReplyGuard standard() {
		return STANDARD;
	}

	/** Judges one reply. */
	public GuardVerdict check(String reply, Expected expected) {
		var text = Gsm.fold(reply).strip();
		return Stream
			.<Supplier<Optional<Refused>>>of(() -> length(text), () -> language(reply, expected),
					() -> words(text, expected), () -> identity(text, expected))
			.map(Supplier::get)
			.flatMap(Optional::stream)
			.<GuardVerdict>map((refused) -> refused)
			.findFirst()
			.orElseGet(() -> new Passed(text, Segments.of(text)));
	}

	private static Optional<Refused> length(String text) {
		var segments = Segments.of(text);
		if (text.codePoints().noneMatch(Character::isLetter)) {
			return Optional.of(new Refused(Reason.EMPTY, ""));
		}
		if (segments.encoding() != Encoding.GSM_7) {
			return Optional.of(new Refused(Reason.ALPHABET, strange(text)));
		}
		return (segments.parts() > MOST_PARTS)
				? Optional.of(new Refused(Reason.TOO_LONG, segments.units() + " septets")) : Optional.empty();
	}

	private static String strange(String text) {
		return text.codePoints()
			.mapToObj(Character::toString)
			.filter(Predicate.not(Gsm::isGsm))
			.findFirst()
			.orElseThrow();
	}

	private static Optional<Refused> language(String reply, Expected expected) {
		var words = Language.words(reply);
		var foreign = Language.of(reply)
			.map((language) -> language != expected.language())
			.orElse(words.length >= WORDS_OF_A_LANGUAGE && expected.language().count(words) == 0);
		return foreign ? Optional.of(new Refused(Reason.LANGUAGE, reply)) : Optional.empty();
	}

	private Optional<Refused> words(String text, Expected expected) {
		var reply = PlainReply.of(text, expected.address());
		return this.rules.stream()
			.flatMap((rule) -> rule.find(reply).stream())
			.findFirst()
			.or(() -> this.script.offScript(reply, expected.ourNames())
				.map((found) -> new Refused(Reason.OFF_SCRIPT, found)));
	}

	private static Optional<Refused> identity(String text, Expected expected) {
		var plain = PlainReply.plain(text);
		var named = expected.ourNames().stream().map(PlainReply::plain).anyMatch(plain::contains);
		return (expected.asksWhoWeAre() && !named) ? Optional.of(new Refused(Reason.NO_IDENTITY, text))
				: Optional.empty();
	}

	/**
	 * What the seller's message asks of a reply.
	 *
	 * @param language the seller's language
	 * @param asksWhoWeAre whether the seller asks who we are or where we have the number
	 * from
	 * @param ourNames the agent's and the company's names
	 * @param address the property's address, whose numbers are no prices
	 */
	public record Expected(Language language, boolean asksWhoWeAre, List<String> ourNames, Optional<String> address) {
	}

	private enum Scope {

		RAW, PLAIN, STATEMENT

	}

	private record Rule(Reason reason, Scope scope, Pattern pattern) {

		static Rule of(CsvTable.Row row) {
			return new Rule(Reason.valueOf(row.get("reason")), Scope.valueOf(row.get("scope").toUpperCase(Locale.ROOT)),
					Pattern.compile(row.get("pattern")));
		}

		Optional<Refused> find(PlainReply reply) {
			var texts = switch (this.scope) {
				case RAW -> List.of(reply.raw());
				case PLAIN -> List.of(reply.plain());
				case STATEMENT -> reply.statements();
			};
			return texts.stream()
				.map(this.pattern::matcher)
				.filter((matcher) -> matcher.find())
				.map((matcher) -> new Refused(this.reason, matcher.group()))
				.findFirst();
		}

	}

}

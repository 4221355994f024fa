package rei.sms.jobs.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.message.Segments;
import rei.sms.jobs.rules.GuardVerdict.Passed;
import rei.sms.jobs.rules.GuardVerdict.Reason;
import rei.sms.jobs.rules.GuardVerdict.Refused;
import rei.sms.jobs.rules.ReplyGuard.Expected;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyGuardTests {

	private static final List<String> OURS = List.of("Alex", "Bayou Home Buyers");

	private final ReplyGuard guard = new ReplyGuard(CsvTable.read("reply-guard.csv"));

	@Test
	void noBadReplyPasses() throws IOException {
		var rows = rows("refused-replies.txt");
		assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
		assertThat(rows.stream()
			.filter((row) -> check(row[2], row[1]) instanceof Passed)
			.map((row) -> row[0] + " " + row[2])).isEmpty();
	}

	@Test
	void nearlyEveryGoodReplyPasses() throws IOException {
		var rows = rows("passed-replies.txt");
		assertThat(rows).hasSizeGreaterThanOrEqualTo(100);
		var refused = rows.stream()
			.filter((row) -> check(row[1], row[0]) instanceof Refused)
			.map((row) -> row[1] + " -> " + check(row[1], row[0]))
			.toList();
		assertThat(refused).hasSizeLessThanOrEqualTo(rows.size() / 20);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Our site is bayouhomebuyers.com                 | LINK
			My cell is (713) 555-0142                       | LINK
			How about 212k as is?                           | PRICE
			We guarantee it                                 | PROMISE
			You will not owe any taxes                      | ADVICE
			I am not a bot                                  | CLAIMS_HUMAN
			Thanks [Name], talk soon                        | PLACEHOLDER
			As an AI language model I will text you         | LEAKED_PROMPT
			The weather on Mars is unexplored               | OFF_SCRIPT
			Gracias por su mensaje, ¿la casa es suya?       | LANGUAGE
			Thanks, talk soon 😊                            | ALPHABET
			""")
	void aRefusalSaysWhy(String reply, Reason reason) {
		assertThat(check(reply, "en")).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	@Test
	void aRefusalShowsTheWords() {
		assertThat(check("Thanks 😊", "en")).isEqualTo(new Refused(Reason.ALPHABET, "😊"));
		assertThat(check("We buy houses. The penguins on Mars are fine", "en"))
			.isEqualTo(new Refused(Reason.OFF_SCRIPT, "penguins"));
	}

	@ParameterizedTest
	@CsvSource({ "Salamat po sa sagot, LANGUAGE", "Salamat po sa, OFF_SCRIPT",
			"Danke schon fur Ihre Antwort, LANGUAGE" })
	void aWholeSentenceWithoutAnEverydayWordIsForeign(String reply, Reason reason) {
		assertThat(check(reply, "en")).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u00A0", "\u200B" })
	void nothingIsNoReply(String reply) {
		assertThat(check(reply, "en")).isEqualTo(new Refused(Reason.EMPTY, ""));
	}

	@Test
	void twoSegmentsAreTheMost() {
		var ok = "thanks ".repeat(43) + "to me";
		assertThat(check(ok, "en")).isEqualTo(new Passed(ok, new Segments(Segments.Encoding.GSM_7, 306, 2)));
		assertThat(check(ok + ".", "en")).isEqualTo(new Refused(Reason.TOO_LONG, "307 septets"));
	}

	@Test
	void whatPassesGoesOutInPlainLetters() {
		assertThat(check("Gracias, María. ¿Cómo está la casa?", "es")).isEqualTo(
				new Passed("Gracias, Maria. ¿Como esta la casa?", Segments.of("Gracias, Maria. ¿Como esta la casa?")));
		assertThat(check("That’s fine – talk soon…", "en")).isInstanceOfSatisfying(Passed.class,
				(passed) -> assertThat(passed.text()).isEqualTo("That's fine - talk soon..."));
	}

	@Test
	void whoAsksWhoWeAreIsTold() {
		var asked = new Expected(Language.EN, true, OURS, Optional.empty());
		assertThat(this.guard.check("We buy houses in Houston.", asked)).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(Reason.NO_IDENTITY));
		assertThat(this.guard.check("This is Alex, we buy houses in Houston.", asked)).isInstanceOf(Passed.class);
		assertThat(this.guard.check("We are bayou home buyers in Houston.", asked)).isInstanceOf(Passed.class);
		assertThat(
				this.guard.check("We buy houses in Houston.", new Expected(Language.EN, false, OURS, Optional.empty())))
			.isInstanceOf(Passed.class);
	}

	@Test
	void theHousesOwnNumbersAreNoPrices() {
		var reply = "Is the one at 1418 the brick house?";
		assertThat(check(reply, "en")).isInstanceOf(Passed.class);
		assertThat(this.guard.check(reply, new Expected(Language.EN, false, OURS, Optional.empty())))
			.isInstanceOf(Refused.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Thanks for the reply, is it vacant   | EN
			Gracias, digame como esta la casa    | ES
			Ok                                   | EN
			¿Mañana?                             | ES
			""")
	void theEverydayWordsTellTheLanguage(String text, Language language) {
		assertThat(Language.of(text)).contains(language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Houston", "no", "1418" })
	void aWordOfBothOrNeitherTellsNothing(String text) {
		assertThat(Language.of(text)).isEmpty();
	}

	private GuardVerdict check(String reply, String language) {
		return this.guard.check(reply, new Expected(Language.valueOf(language.toUpperCase(Locale.ROOT)), false, OURS,
				Optional.of("1418 Cypress Ave, Houston, TX 77002")));
	}

	private static List<String[]> rows(String name) throws IOException {
		try (InputStream in = Objects.requireNonNull(ReplyGuardTests.class.getResourceAsStream(name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" \\| ", 3))
				.toList();
		}
	}

}

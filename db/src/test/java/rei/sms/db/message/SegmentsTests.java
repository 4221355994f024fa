package rei.sms.db.message;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.message.Segments.Encoding;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentsTests {

	private static final String HOUSE = "🏠";

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4" })
	void plainTextsHave160Or153Septets(int length, int parts) {
		assertThat(Segments.of("a".repeat(length))).isEqualTo(new Segments(Encoding.GSM_7, length, parts));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4" })
	void otherTextsHave70Or67Units(int length, int parts) {
		assertThat(Segments.of("ж".repeat(length))).isEqualTo(new Segments(Encoding.UCS_2, length, parts));
	}

	@Test
	void aEuroCountsTwice() {
		assertThat(Segments.of("a".repeat(159) + "€")).isEqualTo(new Segments(Encoding.GSM_7, 161, 2));
		assertThat(Segments.of("a".repeat(158) + "€")).isEqualTo(new Segments(Encoding.GSM_7, 160, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f" })
	void eachCharacterOfTheExtensionTakesTwoSeptets(String character) {
		assertThat(Segments.of(character)).isEqualTo(new Segments(Encoding.GSM_7, 2, 1));
	}

	@Test
	void anEscapePairNeverStraddlesAPart() {
		assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).parts()).isEqualTo(3);
		assertThat(Segments.of("a".repeat(151) + "€" + "a".repeat(153)).parts()).isEqualTo(2);
		assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(151)).parts()).isEqualTo(2);
	}

	@Test
	void aSurrogatePairNeverStraddlesAPart() {
		assertThat(Segments.of("ж".repeat(66) + HOUSE + "ж".repeat(66)))
			.isEqualTo(new Segments(Encoding.UCS_2, 134, 3));
		assertThat(Segments.of("ж".repeat(65) + HOUSE + "ж".repeat(67)))
			.isEqualTo(new Segments(Encoding.UCS_2, 134, 2));
		assertThat(Segments.of(HOUSE.repeat(35))).isEqualTo(new Segments(Encoding.UCS_2, 70, 1));
		assertThat(Segments.of(HOUSE.repeat(36))).isEqualTo(new Segments(Encoding.UCS_2, 72, 2));
		assertThat(Segments.of(HOUSE.repeat(67))).isEqualTo(new Segments(Encoding.UCS_2, 134, 3));
	}

	@Test
	void oneTypographicQuoteTurns160CharactersIntoThreeParts() {
		var text = "a".repeat(159) + "’";
		assertThat(Segments.of(text)).isEqualTo(new Segments(Encoding.UCS_2, 160, 3));
		assertThat(Segments.of(Gsm.normalise(text))).isEqualTo(new Segments(Encoding.GSM_7, 160, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "`", "á", "í", "ó", "ú", "ê", "ç", "’", "–", "🏠", "\t", "₽" })
	void whatTheAlphabetLacksNeedsUcs2(String character) {
		assertThat(Gsm.isGsm(character)).isFalse();
		assertThat(Segments.of(character).encoding()).isEqualTo(Encoding.UCS_2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@£$¥èéùìòÇ\nØø\rÅå", "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ", " !\"#¤%&'()*+,-./0123456789:;<=>?",
			"¡ÄÖÑÜ§¿äöñüà", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz" })
	void theBasicAlphabetTakesOneSeptetEach(String characters) {
		assertThat(Segments.of(characters)).isEqualTo(new Segments(Encoding.GSM_7, characters.length(), 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			it’s          | it's
			say ‘hi’      | say 'hi'
			“hello”       | "hello"
			«hola»        | "hola"
			yes–no—maybe  | yes-no-maybe
			wait…         | wait...
			a\u00A0b\u2009c | a b c
			a\u200Bb      | ab
			2½ baths      | 2½ baths
			caf\u0065\u0301 | café
			ok`s          | ok's
			mañana        | mañana
			allí          | allí
			🏠            | 🏠
			""")
	void normaliseKeepsWhatIsNotTypographic(String text, String expected) {
		assertThat(Gsm.normalise(text)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "¿Está allí José?, ¿Esta alli José?", "corazón, corazon", "Peña, Peña", "Łódź, Łodz", "ÁÍÓÚ, AIOU",
			"hi 🏠, hi 🏠", "жар, жар" })
	void foldDropsOnlyTheAccentsThatTheAlphabetLacks(String text, String expected) {
		assertThat(Gsm.fold(text)).isEqualTo(expected);
	}

	@Property
	void normaliseIsIdempotentAndNeverCostsMore(@ForAll @StringLength(max = 400) String text) {
		var normalised = Gsm.normalise(text);
		assertThat(Gsm.normalise(normalised)).isEqualTo(normalised);
		assertThat(Gsm.isGsm(normalised) || !Gsm.isGsm(text)).isTrue();
	}

	@Property
	void partsHoldAllUnits(@ForAll @StringLength(max = 700) String text) {
		var segments = Segments.of(text);
		int part = (segments.encoding() == Encoding.GSM_7) ? 153 : 67;
		int single = (segments.encoding() == Encoding.GSM_7) ? 160 : 70;
		if (segments.units() <= single) {
			assertThat(segments.parts()).isEqualTo(text.isEmpty() ? 0 : 1);
		}
		else {
			assertThat(segments.parts() * part).isGreaterThanOrEqualTo(segments.units());
			assertThat((segments.parts() - 1) * (part - 1)).isLessThan(segments.units());
		}
	}

	@Property
	void oneMoreCharacterNeverCostsLess(@ForAll @StringLength(min = 1, max = 400) String text) {
		var shorter = text.substring(0, text.length() - 1);
		assertThat(Segments.of(shorter).parts()).isLessThanOrEqualTo(Segments.of(text).parts());
	}

}

package rei.sms.db.wording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Don’t TEXT  me      | dont text me
			s t o p             | stop
			s.t.o.p. it         | stop it
			Déjame en paz, ñoño | dejame en paz nono
			ѕtор                | stop
			ｓｔｏｐ              | stop
			I own a b           | i own a b
			""")
	void foldsToPlainWords(String text, String words) {
		assertThat(Wording.of(text).spaced()).isEqualTo(words);
	}

	@Test
	void keepsWhatIsNoWordInTheFoldedText() {
		assertThat(Wording.of("OK 👍\n$350K?").folded()).isEqualTo("ok 👍 / $350k?");
	}

	@Test
	void readsNoMoreThanTenSegments() {
		assertThat(Wording.of("a".repeat(5000)).folded()).hasSize(1600);
	}

}

package rei.sms.jobs.intent.classifier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cuanto me ofrece por la casa     | ES
			no me interesa, gracias          | ES
			Hola, quien habla?               | ES
			ya la vendi                      | ES
			yes I own it                     | EN
			no                               | EN
			350k                             | EN
			I live in Casa Grande, who is it | EN
			""")
	void readsTheLanguageOfTheWords(String text, Language language) {
		assertThat(Language.of(Wording.of(text))).isEqualTo(language);
	}

}

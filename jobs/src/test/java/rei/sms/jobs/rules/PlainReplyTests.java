package rei.sms.jobs.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainReplyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			We'll call           | we will call
			I'd ask, you're in   | i would ask, you are in
			They've met          | they have met
			I'm not, can't, won't| i am not, can not, will not
			isn't ain't don't    | is not is not do not
			It's what's here's   | it is what is here is
			thats theres youre   | that is there is you are
			Alex's team's        | alex team
			gonna wanna gotta    | going to want to have to
			Let's go             | let us go
			¿Cómo está, señor?   | ¿como esta, senor?
			two  spaces          | two spaces
			well, I can          | well, i can
			""")
	void contractionsAreWrittenOut(String text, String plain) {
		assertThat(PlainReply.plain(text)).isEqualTo(plain);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			We buy houses. Is yours vacant?                 | we buy houses.
			Got it, so when does it end?                    | got it,
			You will not owe taxes, does that help?         | you will not owe taxes
			Did you know you will not owe taxes?            | did you know you will not owe taxes?
			Gracias. ¿Vive alguien ahi?                     | gracias.
			Muy bien, cuando le llamo?                      | muy bien
			The roof is new, right?                         | the roof is new, right?
			Please ask an attorney about that.              | ""
			I can not give legal advice, thanks             | thanks
			That one is for a tax professional to answer    | that one is for a tax professional to answer
			Your accountant can help with that, we buy it   | we buy it
			First. Second!                                  | first.;second!
			Call at 10:30 a.m. today                        | call at 10:30 a.m.;today
			""")
	void onlyWhatIsStatedCounts(String text, String statements) {
		assertThat(String.join(";", PlainReply.of(text, Optional.empty()).statements())).isEqualTo(statements);
	}

	@Test
	void theHousesOwnNumbersAreTakenOut() {
		var reply = PlainReply.of("Is 1418 the one, or 7 Elm St? Apt 4 and 77002",
				Optional.of("1418 Cypress Ave Apt 4, TX 77002"));
		assertThat(reply.plain()).isEqualTo("is there the one, or there? apt 4 and there");
	}

	@Test
	void capitalsWithinASentenceAreNames() {
		assertThat(PlainReply.of("Maria, is Oak St yours? The house in Katy. We know Alex's team", Optional.empty())
			.names()).isEqualTo(Set.of("maria", "oak", "st", "katy", "alex"));
	}

	@Test
	void aScriptHoldsEverydayWordsOnly() {
		var script = Script.standard();
		assertThat(script.words()).contains("house", "gracias", "tomorrow").doesNotContain("#", "version", "money");
		assertThat(script.offScript(PlainReply.of("We buy houses in Houston", Optional.empty()), List.of())).isEmpty();
		assertThat(script.offScript(PlainReply.of("we buy zeppelins", Optional.empty()), List.of()))
			.contains("zeppelins");
		assertThat(script.offScript(PlainReply.of("we are zeppelins inc", Optional.empty()), List.of("Zeppelins Inc")))
			.isEmpty();
		assertThat(script.offScript(PlainReply.of("thanks for the zeppelin", Optional.empty()), List.of())).isEmpty();
		assertThat(script.offScript(PlainReply.of("1418", Optional.empty()), List.of())).isEmpty();
	}

}

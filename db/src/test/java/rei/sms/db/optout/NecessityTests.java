package rei.sms.db.optout;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a wording cannot do without; that none is missed for it, the index's test says.
 */
class NecessityTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			leave me alone                   ; leave_me_alone
			\\b(?:stop|quit) texting\\b      ; stop/quit + _texting
			texts?                           ; text
			shh+ now                         ; shh + _now
			no (?:\\S+ ){0,3}(?:call|text)   ; no_ + call/text
			(?:please )?(?:stop )+it         ; stop_
			(?:stop|me) it                   ; _it
			(?:do|not)                       ;
			stop|off                         ; stop/off
			stop|\\w+ me                     ; _me/stop
			(?:a (?:bee|wasp)|fly)           ; fly/bee/wasp
			(?<!dont )call(?! me)            ; call
			call[sz] (\\w+) \\1 back         ; call + _back
			x{2}yes                          ; yes
			""")
	void isReadOffTheWording(String wording, String needed) {
		assertThat(Necessity.of(wording)).isEqualTo(sets((needed != null) ? needed : ""));
	}

	/**
	 * " + " joins what is needed together, "/" what is needed either way; "_" is a blank.
	 */
	private static List<Set<String>> sets(String needed) {
		return needed.isEmpty() ? List.of()
				: Arrays.stream(needed.split(" [+] "))
					.map((either) -> Arrays.stream(either.split("/"))
						.map((one) -> one.replace('_', ' '))
						.collect(Collectors.toSet()))
					.toList();
	}

	@Test
	void mostPhrasesAreToldToBeAbsentWithoutTryingThem() {
		var phrases = Phrases.ASKS.phrases();
		var letters = Threes
			.in(Clauses.of(Wording.of("Yes, how much would you offer me for the house on Elm Street?")));
		var possible = phrases.stream().filter((phrase) -> phrase.isPossible(letters)).count();
		assertThat(possible).isLessThan(phrases.size() / 8);
	}

}

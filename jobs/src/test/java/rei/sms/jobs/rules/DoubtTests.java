package rei.sms.jobs.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DoubtTests {

	@ParameterizedTest
	@ValueSource(strings = { "350k or nothing", "$210,000", "would take 1.2m", "250 mil", "whats ur offer",
			"cuanto ofreces", "how much we talking", "cash only", "275000" })
	void aPriceOrAnOfferPromotesInDoubt(String message) {
		assertThat(Doubt.letsPromote(0.1, message)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "could be, depends on the moon", "well now", "quien sabe", "in 2 weeks maybe", "call at 5",
			"my zip is the same" })
	void anythingElseWaitsForSomebodySure(String message) {
		assertThat(Doubt.letsPromote(0.49, message)).isFalse();
		assertThat(Doubt.letsPromote(0.5, message)).isTrue();
	}

}

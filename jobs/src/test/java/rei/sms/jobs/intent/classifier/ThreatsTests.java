package rei.sms.jobs.intent.classifier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class ThreatsTests {

	@ParameterizedTest
	@ValueSource(strings = { "You'll hear from my lawyer", "I will sue you", "I'm on the Do Not Call registry",
			"reporting this to the FCC", "this is harassment", "los voy a demandar", "I'm calling the police",
			"see you in small claims", "voy a llamar a la policía", "step on my porch and I'll shoot you" })
	void findsThreats(String text) {
		assertThat(Threats.in(Wording.of(text))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "my lawyer handles the estate, call him", "send it to my attorney to review",
			"the bank is suing me so I need to sell", "tree fell, insurance report says 20k", "who is this" })
	void leavesLawyersWhoOnlyWorkAlone(String text) {
		assertThat(Threats.in(Wording.of(text))).isFalse();
	}

}

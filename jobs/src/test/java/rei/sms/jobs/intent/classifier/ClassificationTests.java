package rei.sms.jobs.intent.classifier;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.IntentRules;

import static org.assertj.core.api.Assertions.assertThat;

class ClassificationTests {

	@ParameterizedTest
	@EnumSource(AiIntent.class)
	void anOptOutOrAThreatIsDncWhateverTheTopic(AiIntent topic) {
		assertThat(intent(topic, true, false, true)).isEqualTo(Intent.DNC);
		assertThat(intent(topic, false, true, true)).isEqualTo(Intent.DNC);
	}

	@ParameterizedTest
	@CsvSource({ "INTEREST_DETECTED,POSITIVE", "ASK_PRICE,POSITIVE", "OFFER_DISCUSSION,POSITIVE",
			"TIMELINE_QUESTION,POSITIVE", "MOTIVATION_DETECTED,NEUTRAL", "CONDITION_QUESTION,NEUTRAL", "INTRO,NEUTRAL",
			"WHO_IS_THIS,NEUTRAL", "HOW_GOT_NUMBER,NEUTRAL", "NEUTRAL,NEUTRAL", "OTHER,NEUTRAL", "DELAY,DELAY",
			"NOT_INTERESTED,REJECT", "WRONG_NUMBER,REJECT" })
	void theTopicOfAnUnwillingWriterGivesTheIntent(AiIntent topic, Intent intent) {
		assertThat(intent(topic, false, false, false)).isEqualTo(intent);
	}

	@ParameterizedTest
	@EnumSource(names = { "MOTIVATION_DETECTED", "CONDITION_QUESTION" })
	void aReasonOrTheStateOfTheHouseIsPositiveFromAWillingWriter(AiIntent topic) {
		assertThat(intent(topic, false, false, true)).isEqualTo(Intent.POSITIVE);
	}

	private static Intent intent(AiIntent topic, boolean optOut, boolean threat, boolean willing) {
		var read = new Classification(topic, optOut, false, threat, willing, 1, "test", Language.EN, "test");
		return IntentRules.of(read.reading(null, Set.of()));
	}

}

package rei.sms.jobs.intent.classifier;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

import static org.assertj.core.api.Assertions.assertThat;

class ClassificationTests {

	@ParameterizedTest
	@EnumSource(AiIntent.class)
	void anOptOutOrAThreatIsDncWhateverTheTopic(AiIntent topic) {
		assertThat(classification(topic, true, false, true).intent()).isEqualTo(Intent.DNC);
		assertThat(classification(topic, false, true, true).intent()).isEqualTo(Intent.DNC);
	}

	@ParameterizedTest
	@CsvSource({ "INTEREST_DETECTED,POSITIVE", "ASK_PRICE,POSITIVE", "OFFER_DISCUSSION,POSITIVE",
			"TIMELINE_QUESTION,POSITIVE", "MOTIVATION_DETECTED,NEUTRAL", "CONDITION_QUESTION,NEUTRAL", "INTRO,NEUTRAL",
			"WHO_IS_THIS,NEUTRAL", "HOW_GOT_NUMBER,NEUTRAL", "NEUTRAL,NEUTRAL", "OTHER,NEUTRAL", "DELAY,DELAY",
			"NOT_INTERESTED,REJECT", "WRONG_NUMBER,REJECT" })
	void theTopicOfAnUnwillingWriterGivesTheIntent(AiIntent topic, Intent intent) {
		assertThat(classification(topic, false, false, false).intent()).isEqualTo(intent);
	}

	@ParameterizedTest
	@EnumSource(names = { "MOTIVATION_DETECTED", "CONDITION_QUESTION" })
	void aReasonOrTheStateOfTheHouseIsPositiveFromAWillingWriter(AiIntent topic) {
		assertThat(classification(topic, false, false, true).intent()).isEqualTo(Intent.POSITIVE);
	}

	private static Classification classification(AiIntent topic, boolean optOut, boolean threat, boolean willing) {
		return new Classification(topic, optOut, threat, willing, 1, "test", Language.EN, "test");
	}

}

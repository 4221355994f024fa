package rei.sms.jobs.intent.classifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class BareReplyTests {

	@ParameterizedTest
	@CsvSource({ "yes,OWNERSHIP_CHECK,INTRO", "Yup!,OWNERSHIP_CHECK,INTRO", "Sí,INTEREST_FEELER,INTEREST_DETECTED",
			"yeah,DELAY_CHECKIN,INTEREST_DETECTED", "sure,OFFER_FOLLOWUP,OFFER_DISCUSSION",
			"yes,CONTRACT_FOLLOWUP,OFFER_DISCUSSION", "no,OWNERSHIP_CHECK,WRONG_NUMBER",
			"Nope,INTEREST_FEELER,NOT_INTERESTED", "nah,OFFER_FOLLOWUP,NOT_INTERESTED",
			"no,CONTRACT_FOLLOWUP,NOT_INTERESTED", "no,DELAY_CHECKIN,DELAY", "no,PRICE_FOLLOWUP,NEUTRAL",
			"no,CONDITION_CHECK,CONDITION_QUESTION", "350,PRICE_FOLLOWUP,OFFER_DISCUSSION",
			"'$212,500',OFFER_FOLLOWUP,OFFER_DISCUSSION", "1.2m,PRICE_FOLLOWUP,OFFER_DISCUSSION",
			"250 mil,PRICE_FOLLOWUP,OFFER_DISCUSSION" })
	void meansWhatOurQuestionMakesOfIt(String text, Context context, AiIntent topic) {
		assertThat(BareReply.topic(Wording.of(text), context)).contains(topic);
	}

	@ParameterizedTest
	@EnumSource(Context.class)
	void anAcknowledgementIsNeutralEverywhere(Context context) {
		assertThat(BareReply.topic(Wording.of("Ok, thanks!"), context)).contains(AiIntent.NEUTRAL);
		assertThat(BareReply.topic(Wording.of("👍"), context)).contains(AiIntent.NEUTRAL);
	}

	@Test
	void moreThanAWordOrTwoIsNotBare() {
		assertThat(BareReply.topic(Wording.of("yes but who is this"), Context.OWNERSHIP_CHECK)).isEmpty();
		assertThat(BareReply.topic(Wording.of("350"), Context.OWNERSHIP_CHECK)).isEmpty();
	}

}

package rei.sms.jobs.rules;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.Intent;

/** What the engine may do next, by what a message is about: "Intent Detected". */
public final class IntentRules {

	private IntentRules() {
	}

	/** Derives it, so that the two columns never contradict each other. */
	public static Intent of(Reading reading) {
		if (reading.optOut() || reading.threat()) {
			return Intent.DNC;
		}
		return switch (reading.aiIntent()) {
			case INTEREST_DETECTED, ASK_PRICE, OFFER_DISCUSSION, TIMELINE_QUESTION -> Intent.POSITIVE;
			case MOTIVATION_DETECTED -> reading.openToSell() ? Intent.POSITIVE : Intent.NEUTRAL;
			case CONDITION_QUESTION ->
				(reading.openToSell() || answersAboutTheHouse(reading.asked())) ? Intent.POSITIVE : Intent.NEUTRAL;
			case INTRO, WHO_IS_THIS, HOW_GOT_NUMBER, NEUTRAL, OTHER -> Intent.NEUTRAL;
			case DELAY -> Intent.DELAY;
			case NOT_INTERESTED, WRONG_NUMBER -> Intent.REJECT;
		};
	}

	private static boolean answersAboutTheHouse(@Nullable Stage asked) {
		return asked != null && !asked.isTerminal() && asked.compareTo(Stage.PROPERTY_CONDITION) >= 0;
	}

}

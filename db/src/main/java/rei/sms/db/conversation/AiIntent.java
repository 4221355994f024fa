package rei.sms.db.conversation;

import java.util.Locale;

import rei.sms.db.message.Labelled;

/** What an inbound message is about: the seed's "AI Intent". */
public enum AiIntent implements Labelled {

	INTRO, WHO_IS_THIS, HOW_GOT_NUMBER, INTEREST_DETECTED, ASK_PRICE, OFFER_DISCUSSION, MOTIVATION_DETECTED,
	CONDITION_QUESTION, NOT_INTERESTED, WRONG_NUMBER, DELAY, NEUTRAL, OTHER, TIMELINE_QUESTION;

	@Override
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}

package rei.sms.jobs.intent.classifier;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;

/** Which of our texts a reply answers: "no" means one thing after each of them. */
public enum Context {

	OWNERSHIP_CHECK, INTEREST_FEELER, PRICE_FOLLOWUP, CONDITION_CHECK, MOTIVATION_CHECK, OFFER_FOLLOWUP,
	CONTRACT_FOLLOWUP, DELAY_CHECKIN;

	/**
	 * The context that the stage of our last text gives; a first touch asks who owns the
	 * house.
	 */
	public static Context following(@Nullable Stage lastOutbound) {
		if (lastOutbound == null) {
			return OWNERSHIP_CHECK;
		}
		return switch (lastOutbound) {
			case OWNERSHIP_CONFIRMATION -> OWNERSHIP_CHECK;
			case INTEREST_FEELER -> INTEREST_FEELER;
			case PRICE_QUALIFICATION -> PRICE_FOLLOWUP;
			case PROPERTY_CONDITION -> CONDITION_CHECK;
			case MOTIVATION_TIMELINE -> MOTIVATION_CHECK;
			case OFFER_FOLLOW_UP -> OFFER_FOLLOWUP;
			case CONTRACT_READY, CONTRACT_SENT, CONTRACT_FOLLOW_UP -> CONTRACT_FOLLOWUP;
			case OPT_OUT, DNC -> OWNERSHIP_CHECK;
		};
	}

	/** The stage of the text that asks this; none for a check-in, which stands at any. */
	@Nullable Stage asked() {
		return switch (this) {
			case OWNERSHIP_CHECK -> Stage.OWNERSHIP_CONFIRMATION;
			case INTEREST_FEELER -> Stage.INTEREST_FEELER;
			case PRICE_FOLLOWUP -> Stage.PRICE_QUALIFICATION;
			case CONDITION_CHECK -> Stage.PROPERTY_CONDITION;
			case MOTIVATION_CHECK -> Stage.MOTIVATION_TIMELINE;
			case OFFER_FOLLOWUP -> Stage.OFFER_FOLLOW_UP;
			case CONTRACT_FOLLOWUP -> Stage.CONTRACT_READY;
			case DELAY_CHECKIN -> null;
		};
	}

	/** The name that training data and predictions use. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}

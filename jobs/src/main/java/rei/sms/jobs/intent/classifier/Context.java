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

	/** The name that training data and predictions use. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}

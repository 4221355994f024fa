package rei.sms.jobs.rules;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/**
 * How far a message brings a contact (decisions 22 and 23): never back, and out only by
 * START.
 */
public final class StageRules {

	private StageRules() {
	}

	/**
	 * The contact's stage after a message from the seller.
	 * @param current the stage before it, none at first contact
	 */
	public static Stage next(@Nullable Stage current, Reading reading) {
		var before = (current != null) ? current : Stage.OWNERSHIP_CONFIRMATION;
		if (before.isTerminal()) {
			return before;
		}
		if (reading.optOut()) {
			return Stage.OPT_OUT;
		}
		return switch (IntentRules.of(reading)) {
			case DNC -> Stage.DNC;
			case POSITIVE -> reached(reading).map(before::atLeast).orElse(before);
			case NEUTRAL, DELAY -> deal(reading).map(before::atLeast).orElse(before);
			case REJECT -> before;
		};
	}

	/**
	 * The contact's stage after a person's own reading of a message (decision 24): their
	 * labels count, whatever the words look like.
	 */
	public static Stage labelled(@Nullable Stage current, @Nullable Intent intent, @Nullable AiIntent aiIntent) {
		var before = (current != null) ? current : Stage.OWNERSHIP_CONFIRMATION;
		if (before.isTerminal()) {
			return before;
		}
		if (intent == Intent.DNC) {
			return Stage.DNC;
		}
		var positive = intent == Intent.POSITIVE || PromotionPolicy.isInterest(aiIntent);
		return (positive && aiIntent != null) ? reached(aiIntent).map(before::atLeast).orElse(before) : before;
	}

	/**
	 * The contact's stage after a text of ours that stands for a stage. Selling interest
	 * is reached by the seller's words alone; with it, documents that we send count.
	 */
	public static Stage sent(@Nullable Stage current, @Nullable Stage ofText) {
		var before = (current != null) ? current : Stage.OWNERSHIP_CONFIRMATION;
		if (before.isTerminal() || ofText == null || ofText.isTerminal()) {
			return before;
		}
		var asks = ofText.compareTo(Stage.INTEREST_FEELER) <= 0;
		var documents = ofText.compareTo(Stage.CONTRACT_SENT) >= 0 && before.compareTo(Stage.PRICE_QUALIFICATION) >= 0;
		return (asks || documents) ? before.atLeast(ofText) : before;
	}

	/**
	 * The contact's stage after START: the one before the opt-out. A Do-Not-Contact
	 * stays.
	 */
	public static Stage lifted(Stage current, @Nullable Stage beforeOptOut) {
		if (current != Stage.OPT_OUT) {
			return current;
		}
		return (beforeOptOut == null || beforeOptOut.isTerminal()) ? Stage.OWNERSHIP_CONFIRMATION : beforeOptOut;
	}

	private static Optional<Stage> reached(Reading reading) {
		return deal(reading).or(() -> reached(reading.aiIntent()));
	}

	private static Optional<Stage> reached(AiIntent aiIntent) {
		return switch (aiIntent) {
			case INTEREST_DETECTED, ASK_PRICE -> Optional.of(Stage.PRICE_QUALIFICATION);
			case CONDITION_QUESTION -> Optional.of(Stage.PROPERTY_CONDITION);
			case MOTIVATION_DETECTED, TIMELINE_QUESTION -> Optional.of(Stage.MOTIVATION_TIMELINE);
			case OFFER_DISCUSSION -> Optional.of(Stage.OFFER_FOLLOW_UP);
			case INTRO, WHO_IS_THIS, HOW_GOT_NUMBER, NOT_INTERESTED, WRONG_NUMBER, DELAY, NEUTRAL, OTHER ->
				Optional.empty();
		};
	}

	private static Optional<Stage> deal(Reading reading) {
		return reading.cues().stream().map((cue) -> switch (cue) {
			case AGREES_ON_PRICE -> Stage.CONTRACT_READY;
			case DOCUMENTS -> Stage.CONTRACT_SENT;
			case DOCUMENT_QUESTION -> Stage.CONTRACT_FOLLOW_UP;
		}).reduce(Stage::atLeast);
	}

}

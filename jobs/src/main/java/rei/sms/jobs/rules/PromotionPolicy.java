package rei.sms.jobs.rules;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.LeadStatus;
import rei.sms.db.contact.Party;
import rei.sms.db.contact.Party.Lead;
import rei.sms.db.contact.Party.Prospect;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.Promotion.Promote;
import rei.sms.jobs.rules.Promotion.Relink;
import rei.sms.jobs.rules.Promotion.Stay;

/** Decides when a prospect has earned a lead record: the seed's promotion rule. */
public final class PromotionPolicy {

	private static final Set<AiIntent> INTEREST = EnumSet.of(AiIntent.INTEREST_DETECTED, AiIntent.OFFER_DISCUSSION,
			AiIntent.ASK_PRICE);

	private PromotionPolicy() {
	}

	/** Decides about one inbound conversation. */
	public static Promotion decide(Candidate candidate) {
		return switch (candidate.party()) {
			case Lead lead -> new Relink(lead);
			case Prospect prospect -> refusal(candidate).<Promotion>map(Stay::new)
				.orElseGet(() -> merit(candidate).<Promotion>map((reason) -> promote(prospect, candidate, reason))
					.orElseGet(() -> new Stay("no selling interest yet")));
		};
	}

	/** Whether it is selling interest by itself, whatever the engine may do next. */
	static boolean isInterest(@Nullable AiIntent aiIntent) {
		return aiIntent != null && INTEREST.contains(aiIntent);
	}

	private static Optional<String> refusal(Candidate candidate) {
		if (candidate.stage() != null && candidate.stage().isTerminal()) {
			return Optional.of("the contact's stage is " + candidate.stage().label());
		}
		if (candidate.intent() == Intent.DNC) {
			return Optional.of("the seller must not be contacted");
		}
		return (candidate.sure() || candidate.manual()) ? Optional.empty()
				: Optional.of("nobody is sure what the message means");
	}

	private static Optional<String> merit(Candidate candidate) {
		if (candidate.manual() && candidate.intent() == Intent.POSITIVE) {
			return Optional.of("a person asked for it");
		}
		if (candidate.intent() == Intent.POSITIVE) {
			return Optional.of("Intent Detected is Positive");
		}
		if (candidate.aiIntent() != null && isInterest(candidate.aiIntent())) {
			return Optional.of("AI Intent is " + candidate.aiIntent().label());
		}
		return Optional.ofNullable(candidate.stage())
			.filter((stage) -> stage.compareTo(Stage.PRICE_QUALIFICATION) >= 0)
			.map((stage) -> "the stage is " + stage.label());
	}

	private static Promote promote(Prospect prospect, Candidate candidate, String reason) {
		var stage = (candidate.stage() != null) ? candidate.stage() : Stage.OWNERSHIP_CONFIRMATION;
		return new Promote(prospect, stage.atLeast(Stage.PRICE_QUALIFICATION), LeadStatus.ACTIVE_COMMUNICATION, reason);
	}

	/**
	 * One inbound conversation that may make a lead.
	 *
	 * @param party what its contact is linked to
	 * @param stage the contact's stage
	 * @param intent what the engine may do next, as read or as a person set it
	 * @param aiIntent what it is about, as read or as a person set it
	 * @param sure whether its reading is sure enough, or names a price or an offer
	 * @param manual whether a person set the conversation's AI Response Trigger
	 */
	public record Candidate(Party party, @Nullable Stage stage, @Nullable Intent intent, @Nullable AiIntent aiIntent,
			boolean sure, boolean manual) {
	}

}

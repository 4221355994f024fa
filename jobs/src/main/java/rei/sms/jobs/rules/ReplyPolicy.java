package rei.sms.jobs.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.ReplyFacts.Concern;
import rei.sms.jobs.rules.ReplyPlan.Kind;
import rei.sms.jobs.rules.ReplyPlan.Person;
import rei.sms.jobs.rules.ReplyPlan.Reason;
import rei.sms.jobs.rules.ReplyPlan.Reply;
import rei.sms.jobs.rules.ReplyPlan.Silent;

/**
 * Decides whether and how an inbound message is answered: the seed's matrix and decisions
 * 35 to 37. A person who presses AI Response Trigger overrides the engine's own caution,
 * never the seller's refusal.
 *
 * @param surely the confidence below which a person answers
 * @param humanPause how long after a person's text the engine stays out
 * @param automaticReplies automatic answers in a row without progress before a person
 * answers
 */
public record ReplyPolicy(double surely, Duration humanPause, int automaticReplies) {

	/** The policy where the operator sets no other. */
	public static final ReplyPolicy STANDARD = new ReplyPolicy(Doubt.BELOW, Duration.ofMinutes(30), 2);

	private static final List<TemplateCategory> IDENTITY = List.of(TemplateCategory.MISC_REQUEST,
			TemplateCategory.INTRO);

	/** Decides about one message. */
	public ReplyPlan decide(ReplyFacts facts) {
		return silence(facts).or(() -> facts.manual() ? Optional.empty() : caution(facts))
			.orElseGet(() -> reply(facts));
	}

	private static Optional<ReplyPlan> silence(ReplyFacts facts) {
		if (facts.superseded()) {
			return Optional.of(new Silent(Reason.SUPERSEDED));
		}
		if (facts.suppressed() || facts.stage() == Stage.OPT_OUT) {
			return Optional.of(new Silent(Reason.OPTED_OUT));
		}
		if (facts.concerns().contains(Concern.THREAT)) {
			return Optional.of(new Person(Reason.THREAT));
		}
		if (facts.stage() == Stage.DNC || facts.intent() == Intent.DNC) {
			return Optional.of(new Silent(Reason.DO_NOT_CONTACT));
		}
		if (!facts.manual() && !facts.concerns().isEmpty()) {
			return concern(facts.concerns()).map(Person::new);
		}
		if (facts.aiIntent() == AiIntent.WRONG_NUMBER) {
			return Optional.of(new Silent(Reason.WRONG_NUMBER));
		}
		return (facts.intent() == Intent.REJECT) ? Optional.of(new Silent(Reason.REJECTED)) : Optional.empty();
	}

	private Optional<ReplyPlan> caution(ReplyFacts facts) {
		if (facts.lastHumanAt().filter((at) -> !facts.now().isAfter(at.plus(this.humanPause))).isPresent()) {
			return Optional.of(new Silent(Reason.PERSON_ACTIVE));
		}
		if (facts.helpKeyword()) {
			return Optional.empty();
		}
		if (facts.stage() != null && facts.stage().compareTo(Stage.OFFER_FOLLOW_UP) >= 0) {
			return Optional.of(new Person(Reason.LATE_STAGE));
		}
		return doubt(facts).map(Person::new);
	}

	private static Optional<Reason> concern(Set<Concern> concerns) {
		return concerns.stream().sorted().findFirst().map((concern) -> switch (concern) {
			case THREAT -> Reason.THREAT;
			case BEREAVEMENT -> Reason.BEREAVEMENT;
			case MINOR -> Reason.MINOR;
			case ANGER -> Reason.ANGER;
		});
	}

	private Optional<Reason> doubt(ReplyFacts facts) {
		if (facts.automaticReplies() >= this.automaticReplies) {
			return Optional.of(Reason.NO_PROGRESS);
		}
		return (facts.confidence() < this.surely) ? Optional.of(Reason.LOW_CONFIDENCE) : Optional.empty();
	}

	private static Reply reply(ReplyFacts facts) {
		return new Reply(kind(facts), stage(facts), facts.helpKeyword() ? IDENTITY : categories(facts));
	}

	/** Interest and questions get an answer of their own, the rest a short check-in. */
	private static Kind kind(ReplyFacts facts) {
		if (facts.helpKeyword()) {
			return Kind.TEMPLATE;
		}
		return (facts.intent() == Intent.POSITIVE || facts.asksSomething() || asksWhoWeAre(facts)) ? Kind.AI
				: Kind.TEMPLATE;
	}

	private static boolean asksWhoWeAre(ReplyFacts facts) {
		return facts.aiIntent() == AiIntent.WHO_IS_THIS || facts.aiIntent() == AiIntent.HOW_GOT_NUMBER;
	}

	/** Who owns the house is asked next whether it may be for sale. */
	private static Stage stage(ReplyFacts facts) {
		var stage = (facts.stage() != null) ? facts.stage() : Stage.OWNERSHIP_CONFIRMATION;
		return (facts.aiIntent() == AiIntent.INTRO) ? stage.atLeast(Stage.INTEREST_FEELER) : stage;
	}

	private static List<TemplateCategory> categories(ReplyFacts facts) {
		if (facts.intent() == Intent.DELAY) {
			return List.of(TemplateCategory.DELAY, TemplateCategory.DELAY_RETRY);
		}
		return switch (facts.aiIntent()) {
			case WHO_IS_THIS, HOW_GOT_NUMBER -> IDENTITY;
			case ASK_PRICE, OFFER_DISCUSSION -> List.of(TemplateCategory.PRICE_CHECK, TemplateCategory.POSITIVE);
			case INTEREST_DETECTED, MOTIVATION_DETECTED, CONDITION_QUESTION, TIMELINE_QUESTION ->
				List.of(TemplateCategory.POSITIVE, TemplateCategory.PRICE_CHECK);
			case INTRO -> List.of(TemplateCategory.POSITIVE, TemplateCategory.INTRO);
			case DELAY -> List.of(TemplateCategory.DELAY, TemplateCategory.DELAY_RETRY);
			case NEUTRAL, OTHER, NOT_INTERESTED, WRONG_NUMBER ->
				List.of(TemplateCategory.DELAY_RETRY, TemplateCategory.MISC_REQUEST, TemplateCategory.DELAY);
		};
	}

}

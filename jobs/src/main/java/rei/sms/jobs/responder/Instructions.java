package rei.sms.jobs.responder;

import java.util.ArrayList;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Told;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.Language;
import rei.sms.jobs.rules.ReplyPlan;

/** What the engines are told: our own words and the facts we keep, never a seller's. */
final class Instructions {

	private static final String POLISH = """
			You polish a text message to the owner of a house. "draft" holds it. Keep its meaning, its language, its question and its \
			length; make it friendly, plain and correct. Add nothing: no price, promise, link, name or emoji.""";

	private Instructions() {
	}

	static String write(SendingProperties sending, Unanswered message, ReplyPlan.Reply plan, Told told) {
		var language = Language.of(message.body()).orElse(Language.EN) == Language.ES ? "Spanish" : "English";
		return """
				You write the next text message to the owner of a house, for %s.
				The seller's last message is the last one of the thread. %s
				What we know: %s
				Write one or two short, friendly, everyday sentences in %s, at most 240 characters, plain letters, no emoji.
				Ask at most one question. Never name a price, a percentage or a date of ours. Promise nothing and guarantee nothing.
				Give no advice on law, taxes or money. Give no link, address or phone number. Never say or imply that you are a person.
				Leave no blanks or placeholders. If you are not sure, say that somebody will get back to them."""
			.formatted(we(sending), aim(message.facts().aiIntent()), known(message, plan, told), language);
	}

	static String polish() {
		return POLISH;
	}

	private static String we(SendingProperties sending) {
		var company = sending.company().orElse("a small local company that buys houses");
		return sending.agent().map((agent) -> agent + " at " + company).orElse(company);
	}

	private static String known(Unanswered message, ReplyPlan.Reply plan, Told told) {
		var known = new ArrayList<String>();
		known.add("stage " + plan.stage().label());
		var city = message.fields().get("Property City");
		if (city != null && city.matches("[\\p{L} .'-]{2,40}")) {
			known.add("the house is in " + city);
		}
		if (told.askingLow() != null) {
			known.add("they have named a price");
		}
		if (!told.reasons().isEmpty()) {
			known.add("reasons given: " + String.join(", ", told.reasons()));
		}
		if (!told.conditions().isEmpty()) {
			known.add("said of the house: " + String.join(", ", told.conditions()));
		}
		if (told.writeAgain() != null) {
			known.add("they want to hear from us from " + told.writeAgain() + " on");
		}
		return String.join("; ", known) + ".";
	}

	private static String aim(AiIntent aiIntent) {
		return switch (aiIntent) {
			case WHO_IS_THIS -> "They ask who we are: say our names and that we buy houses.";
			case HOW_GOT_NUMBER ->
				"They ask where we have the number from: say our names, that it is from public property records, and that they can say STOP.";
			case ASK_PRICE ->
				"They ask what we pay: do not say a number; ask about the condition or what they have in mind.";
			case OFFER_DISCUSSION ->
				"They talk about a price: thank them, agree to nothing, ask what would help to look at it.";
			case INTEREST_DETECTED -> "They are open to sell: ask what they have in mind for the house.";
			case CONDITION_QUESTION ->
				"It is about the state of the house: we look at houses in any shape; ask one thing about it.";
			case MOTIVATION_DETECTED -> "They gave a reason: be kind, ask how soon they would like to be done.";
			case TIMELINE_QUESTION -> "It is about time: it depends on them; ask what day they have in mind.";
			case INTRO -> "They own the house: ask whether they would be open to selling it.";
			case DELAY, NEUTRAL, OTHER, NOT_INTERESTED, WRONG_NUMBER -> "Answer what they ask, briefly.";
		};
	}

}

package rei.sms.jobs.intent.classifier;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.wording.Wording;

/** Replies of a word or two that mean only what our question makes of them. */
final class BareReply {

	private static final Set<String> YES = Set.of("yes", "y", "yeah", "yea", "yep", "yup", "ya", "yah", "yess", "yesss",
			"sure", "si", "yes sir", "yes maam", "yes mam", "yessir", "si senor", "yes please", "sip", "uh huh",
			"yes i do", "yes i am", "yes it is", "yes we do", "affirmative", "absolutely", "of course", "claro",
			"claro que si", "por supuesto", "simon", "yeah sure", "sure yeah", "yes yes", "si claro", "yeh", "ye",
			"yas", "aye");

	private static final Set<String> NO = Set.of("no", "n", "nope", "nah", "no sir", "no maam", "nop", "noo", "nooo",
			"no senor", "nel", "no way", "negative", "nada", "no i dont", "no i do not", "no im not", "no its not",
			"no no", "naw", "na", "uh uh", "nuh uh");

	private static final Set<String> NOTED = Set.of("ok", "k", "kk", "okay", "okey", "oki", "thanks", "thx", "ty",
			"thank you", "gracias", "ok thanks", "ok thank you", "ok gracias", "okay thanks", "thank u", "tks", "noted",
			"ok thx", "k thx", "10 4", "got it", "vale", "ok ok", "okie", "okie dokie", "oky");

	private static final Pattern FIGURE = Pattern.compile(
			"\\$?\\d{2,3}(?:[.,]\\d{3})?(?:[.,]\\d{3})?\\s?(?:k|m|mil|thousand)?|\\$?\\d(?:\\.\\d{1,2})?\\s?(?:m|mil|million|mm)?");

	private static final Set<String> THUMBS = Set.of("👍", "👍🏻", "👍🏼", "👍🏽", "👍🏾", "👍🏿", "👌", "🙏");

	private BareReply() {
	}

	static Optional<AiIntent> topic(Wording wording, Context context) {
		String said = wording.spaced();
		if (NOTED.contains(said) || THUMBS.contains(wording.folded())) {
			return Optional.of(AiIntent.NEUTRAL);
		}
		if (YES.contains(said)) {
			return Optional.ofNullable(yes(context));
		}
		if (NO.contains(said)) {
			return Optional.of(no(context));
		}
		return isFigure(wording, context) ? Optional.of(AiIntent.OFFER_DISCUSSION) : Optional.empty();
	}

	private static @Nullable AiIntent yes(Context context) {
		return switch (context) {
			case OWNERSHIP_CHECK -> AiIntent.INTRO;
			case INTEREST_FEELER, DELAY_CHECKIN -> AiIntent.INTEREST_DETECTED;
			case OFFER_FOLLOWUP, CONTRACT_FOLLOWUP -> AiIntent.OFFER_DISCUSSION;
			case PRICE_FOLLOWUP, CONDITION_CHECK, MOTIVATION_CHECK -> null;
		};
	}

	private static AiIntent no(Context context) {
		return switch (context) {
			case OWNERSHIP_CHECK -> AiIntent.WRONG_NUMBER;
			case INTEREST_FEELER, OFFER_FOLLOWUP, CONTRACT_FOLLOWUP, MOTIVATION_CHECK -> AiIntent.NOT_INTERESTED;
			case DELAY_CHECKIN -> AiIntent.DELAY;
			case PRICE_FOLLOWUP -> AiIntent.NEUTRAL;
			case CONDITION_CHECK -> AiIntent.CONDITION_QUESTION;
		};
	}

	private static boolean isFigure(Wording wording, Context context) {
		return (context == Context.PRICE_FOLLOWUP || context == Context.OFFER_FOLLOWUP)
				&& FIGURE.matcher(wording.folded()).matches();
	}

}

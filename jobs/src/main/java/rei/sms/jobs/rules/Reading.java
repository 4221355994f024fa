package rei.sms.jobs.rules;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;

/**
 * What a classifier read out of one inbound message.
 *
 * @param aiIntent what it is about
 * @param optOut whether it asks us to stop
 * @param threat whether it threatens: a lawyer, a regulator, a registry, violence
 * @param openToSell whether it shows any will to sell or to hear more; an heir's or a
 * describing message may show none
 * @param asked the stage of our text that it answers, none when it answers none
 * @param cues what it says about the deal
 */
public record Reading(AiIntent aiIntent, boolean optOut, boolean threat, boolean openToSell, @Nullable Stage asked,
		Set<DealCue> cues) {

	public Reading {
		cues = Set.copyOf(cues);
	}

	/** A reading without anything out of the ordinary. */
	public static Reading of(AiIntent aiIntent) {
		return new Reading(aiIntent, false, false, true, null, Set.of());
	}

}

package rei.sms.jobs.intent.classifier;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.jobs.rules.DealCue;
import rei.sms.jobs.rules.Reading;

/**
 * What a reply was understood to say. The rules derive the intent from its reading, so
 * the three never contradict one another.
 *
 * @param aiIntent what the reply is about
 * @param optOut whether the writer asks us to stop
 * @param doubtfulStop whether a person should look at that, although it is honoured
 * @param threat whether the writer threatens with law, authority or violence
 * @param willing whether the writer is open to sell, where the topic alone does not say
 * @param confidence how often an answer like this is right, from 0 to 1
 * @param reason what decided, in a few words
 * @param language in which an answer should be written
 * @param version of the model that answered
 */
public record Classification(AiIntent aiIntent, boolean optOut, boolean doubtfulStop, boolean threat, boolean willing,
		double confidence, String reason, Language language, String version) {

	/**
	 * What the rules go by.
	 * @param asked the stage of our text that the reply answers
	 * @param cues what the reply says about the deal
	 */
	public Reading reading(@Nullable Stage asked, Set<DealCue> cues) {
		return new Reading(this.aiIntent, this.optOut, this.threat, this.willing, asked, cues);
	}

}

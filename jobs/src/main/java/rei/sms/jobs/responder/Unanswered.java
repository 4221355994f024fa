package rei.sms.jobs.responder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.model.ModelReply;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.ReplyFacts;

/**
 * A seller's last message, which has got no answer yet.
 *
 * @param ourNumber the thread's own number
 * @param duplicateOf the same text under another SID, if this is one that was delivered
 * twice
 * @param fields what is known of the contact, by the prospect's field names
 * @param sent what we wrote to this phone before: nobody gets the same words twice
 * @param said all that the seller wrote since our last answer
 * @param written what AI engines wrote to it, null when none was asked
 */
record Unanswered(UUID id, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body,
		@Nullable UUID duplicateOf, @Nullable UUID campaignId, @Nullable String market, Map<String, String> fields,
		Set<String> sent, List<String> said, @Nullable ModelReply written, ReplyFacts facts) implements Keyed {

	@Override
	public String key() {
		return this.id.toString();
	}

}

package rei.sms.webhooks;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Inbox;
import rei.sms.db.inbox.Staged;
import rei.sms.db.message.MessageSid;
import rei.sms.db.suppression.Suppressions;

/**
 * Stages a group of texts and honours what they ask of the channel, all in one
 * transaction (decision 16).
 */
@Component
class InboundGroup {

	private final Inbox inbox;

	private final OptOutRequests requests;

	private final Suppressions suppressions;

	InboundGroup(Inbox inbox, OptOutRequests requests, Suppressions suppressions) {
		this.inbox = inbox;
		this.requests = requests;
		this.suppressions = suppressions;
	}

	@Transactional
	List<Kept> stage(List<InboundMessage> messages) {
		var staged = this.inbox.stageInbound(messages);
		var kept = kept(messages, staged, false);
		this.requests.honour(kept.stream().filter(Kept::isNew).map(Kept::message).toList());
		return sendMayBegin(kept) ? kept(messages, staged, true) : kept;
	}

	/**
	 * No lease can be taken between the suppression and the commit: what is seen here is
	 * all there is.
	 */
	private boolean sendMayBegin(List<Kept> kept) {
		var stopped = kept.stream().filter(Kept::isStop).map((one) -> one.message().sellerPhone()).toList();
		return !stopped.isEmpty() && this.suppressions.leaseLeft(stopped).isPositive();
	}

	private static List<Kept> kept(List<InboundMessage> messages, Map<MessageSid, Staged> staged,
			boolean sendMayBegin) {
		return messages.stream()
			.map((message) -> new Kept(message, Objects.requireNonNull(staged.get(message.sid())), sendMayBegin))
			.toList();
	}

}

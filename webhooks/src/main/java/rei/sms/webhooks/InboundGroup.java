package rei.sms.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Inbox;

/**
 * Stages a group of texts and honours what they ask of the channel, all in one
 * transaction (decision 16).
 */
@Component
class InboundGroup {

	private final Inbox inbox;

	private final OptOutRequests optOuts;

	InboundGroup(Inbox inbox, OptOutRequests optOuts) {
		this.inbox = inbox;
		this.optOuts = optOuts;
	}

	@Transactional
	List<Kept> stage(List<InboundMessage> messages) {
		var staged = this.inbox.stageInbound(messages);
		var kept = new ArrayList<Kept>();
		for (var message : messages) {
			kept.add(new Kept(message, Objects.requireNonNull(staged.get(message.sid()))));
		}
		this.optOuts.honour(kept.stream().filter(Kept::isNew).map(Kept::message).toList());
		return kept;
	}

}

package rei.sms.jobs.autolinker;

import java.time.Clock;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.Conversations;

/**
 * Logs staged messages under their contacts; whoever asked to stop is at stage OPT OUT
 * from here on.
 */
@Component
class InboundLinker implements ItemWriter<UnlinkedMessage> {

	private final Contacts contacts;

	private final Conversations conversations;

	private final CountLock counts;

	private final Clock clock;

	InboundLinker(Contacts contacts, Conversations conversations, CountLock counts, Clock clock) {
		this.contacts = contacts;
		this.conversations = conversations;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends UnlinkedMessage> chunk) {
		this.counts.take();
		var messages = chunk.getItems();
		this.contacts.ensure(messages.stream().map(UnlinkedMessage::sellerPhone).toList(), this.clock.instant());
		this.conversations.logInbound(messages.stream().map(UnlinkedMessage::sid).toList(), this.clock.instant());
		messages.stream()
			.filter((message) -> message.request().isStop())
			.forEach((message) -> this.contacts.moveTo(message.sellerPhone(), Stage.OPT_OUT));
	}

}

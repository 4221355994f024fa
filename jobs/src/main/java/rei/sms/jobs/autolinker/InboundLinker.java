package rei.sms.jobs.autolinker;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.inbox.Request;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.suppression.Suppressions;

/**
 * Logs staged messages under their contacts; whoever asked to stop is at stage OPT OUT
 * from here on.
 */
@Component
class InboundLinker implements ItemWriter<UnlinkedMessage> {

	private final Contacts contacts;

	private final Conversations conversations;

	private final Suppressions suppressions;

	private final CountLock counts;

	private final Clock clock;

	InboundLinker(Contacts contacts, Conversations conversations, Suppressions suppressions, CountLock counts,
			Clock clock) {
		this.contacts = contacts;
		this.conversations = conversations;
		this.suppressions = suppressions;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends UnlinkedMessage> chunk) {
		this.counts.take();
		var messages = chunk.getItems();
		this.contacts.ensure(messages.stream().map(UnlinkedMessage::sellerPhone).toList(), this.clock.instant());
		this.conversations.logInbound(messages.stream().map(UnlinkedMessage::sid).toList(), this.clock.instant());
		stopped(messages).forEach((phone) -> this.contacts.moveTo(phone, Stage.OPT_OUT));
		started(messages).forEach(this.contacts::liftStop);
	}

	/**
	 * Whoever has said START since is not at stage OPT OUT: what stands decides, not what
	 * was said first.
	 */
	private Set<PhoneNumber> stopped(List<? extends UnlinkedMessage> messages) {
		return this.suppressions.suppressed(messages.stream()
			.filter((message) -> message.request().isStop())
			.map(UnlinkedMessage::sellerPhone)
			.toList());
	}

	/** A START that came while its STOP was being linked found nothing to lift yet. */
	private Set<PhoneNumber> started(List<? extends UnlinkedMessage> messages) {
		var started = messages.stream()
			.filter((message) -> message.request() == Request.START)
			.map(UnlinkedMessage::sellerPhone)
			.collect(Collectors.toCollection(HashSet::new));
		if (!started.isEmpty()) {
			started.removeAll(this.suppressions.suppressed(List.copyOf(started)));
		}
		return started;
	}

}

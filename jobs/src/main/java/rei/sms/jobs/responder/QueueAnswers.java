package rei.sms.jobs.responder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.operations.PersonList;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Suggestion;
import rei.sms.db.outbox.Suggestions;
import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.SendingProperties;

/**
 * Queues answers: one for all of a seller's texts since our last, to the last of them.
 */
@Component
class QueueAnswers implements ItemWriter<Answered> {

	private static final Logger log = LoggerFactory.getLogger(QueueAnswers.class);

	private final Outbox outbox;

	private final Suggestions suggestions;

	private final Conversations conversations;

	private final Contacts contacts;

	private final PersonList people;

	private final SendingProperties sending;

	private final CountLock counts;

	private final Clock clock;

	QueueAnswers(Outbox outbox, Suggestions suggestions, Conversations conversations, Contacts contacts,
			PersonList people, SendingProperties sending, CountLock counts, Clock clock) {
		this.outbox = outbox;
		this.suggestions = suggestions;
		this.conversations = conversations;
		this.contacts = contacts;
		this.people = people;
		this.sending = sending;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends Answered> chunk) {
		this.counts.take();
		for (var item : chunk) {
			var message = item.message();
			var outcome = switch (item.answer()) {
				case Answer.Text text -> queue(message, text);
				case Answer.Suggested suggested -> suggest(message, suggested);
				case Answer.Silence silence -> "SILENT: " + silence.reason();
				case Answer.ByPerson person -> ask(message, person);
			};
			this.conversations.noteReply(message.id(), message.sellerPhone(), outcome, this.clock.instant());
			log.info("{} {}", message.id(), outcome);
		}
	}

	private String queue(Unanswered message, Answer.Text answer) {
		var now = this.clock.instant();
		var text = new OutboundText(UUID.randomUUID(), message.sellerPhone(), message.ourNumber(), answer.body(),
				TextKind.REPLY, answer.writer(), answer.stage(), message.campaignId(), answer.templateVersion(),
				message.market(), message.id(), answer.segments(), now.plus(jitter()), null);
		if (!this.outbox.replaceReply(text)) {
			this.outbox.queue(List.of(text), now);
			this.contacts.countAutomaticReply(message.sellerPhone());
		}
		return "ANSWERED";
	}

	private String suggest(Unanswered message, Answer.Suggested suggested) {
		var now = this.clock.instant();
		var text = suggested.text();
		this.people.add("reply", message.id(), message.sellerPhone(), "a reply is suggested", text.body(), now);
		this.suggestions
			.keep(new Suggestion(message.id(), message.sellerPhone(), message.ourNumber(), text.body(), text.segments(),
					text.writer(), text.stage(), message.campaignId(), message.market(), suggested.template(), now));
		return "PERSON: a reply is suggested";
	}

	private String ask(Unanswered message, Answer.ByPerson person) {
		Instant now = this.clock.instant();
		this.people.add("reply", message.id(), message.sellerPhone(), person.reason(), person.suggestion(), now);
		return "PERSON: " + person.reason();
	}

	private Duration jitter() {
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(this.sending.jitter().toMillis() + 1));
	}

}

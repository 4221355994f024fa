package rei.sms.jobs.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.outbox.Attempts;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.db.outbox.UnknownOutcomes;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;
import rei.sms.jobs.rules.Backoff;
import rei.sms.jobs.textgrid.ProviderMessage;
import rei.sms.jobs.textgrid.TextGridClient;

/**
 * Settles texts whose fate nobody knows by asking the provider; its silence proves
 * nothing. After half an hour a person decides. Nothing is ever sent again blindly
 * (decision 30).
 */
@Component
class Settlement implements ItemProcessor<UnsettledText, Settlement.Answer>, ItemWriter<Settlement.Answer> {

	private static final Logger log = LoggerFactory.getLogger(Settlement.class);

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private final TextGridClient provider;

	private final Settlements settlements;

	private final Outbox outbox;

	private final Attempts attempts;

	private final UnknownOutcomes people;

	private final SendingProperties sending;

	private final Clock clock;

	Settlement(TextGridClient provider, Settlements settlements, Outbox outbox, Attempts attempts,
			UnknownOutcomes people, SendingProperties sending, Clock clock) {
		this.provider = provider;
		this.settlements = settlements;
		this.outbox = outbox;
		this.attempts = attempts;
		this.people = people;
		this.sending = sending;
		this.clock = clock;
	}

	@Override
	public Answer process(UnsettledText text) {
		return new Answer(text, find(text));
	}

	/**
	 * By what it says, and not under a SID that is known: clocks may differ, so times
	 * prove nothing.
	 */
	private Optional<ProviderMessage> find(UnsettledText text) {
		try {
			return this.provider.find(text.sellerPhone(), text.ourNumber(), Instant.EPOCH)
				.stream()
				.filter((message) -> message.body().strip().equals(text.body().strip()))
				.filter((message) -> !this.settlements.isKnown(message.sid()))
				.findFirst();
		}
		catch (Unavailable | Rejected ex) {
			return Optional.empty();
		}
	}

	@Override
	public void write(Chunk<? extends Answer> chunk) {
		var now = this.clock.instant();
		for (var answer : chunk) {
			answer.message()
				.ifPresentOrElse(
						(message) -> this.settlements
							.taken(List.of(new TakenText(answer.text().id(), message.sid(), now))),
						() -> wait(answer.text(), now));
		}
	}

	private void wait(UnsettledText text, Instant now) {
		var waited = Duration.between(text.claimedAt(), now);
		if (text.mayBeTriedAgain()) {
			tryAgain(text, waited, now);
		}
		else if (waited.compareTo(PATIENCE) < 0) {
			this.outbox.unknown(text.id(), "the call ended without an answer");
		}
		else {
			log.warn("{} goes before a person: nobody knows whether it went", text.id());
			this.people.ask(text.id(), text.sellerPhone(), now);
		}
	}

	private void tryAgain(UnsettledText text, Duration waited, Instant now) {
		if (waited.compareTo(Backoff.after(text.attempts(), 0, Optional.empty())) < 0) {
			return;
		}
		this.attempts.end(text.id(), "REFUSED", null, text.reason(), now);
		this.outbox.uncount(text.ourNumber());
		if (text.attempts() >= this.sending.maxRetries()) {
			this.outbox.fail(text.id(), text.ourNumber(), text.reason());
		}
		else {
			this.outbox.putOff(text.id(), now, text.reason());
		}
	}

	/** What the provider knows of a text. */
	record Answer(UnsettledText text, Optional<ProviderMessage> message) implements Keyed {

		@Override
		public String key() {
			return this.text.key();
		}

	}

}

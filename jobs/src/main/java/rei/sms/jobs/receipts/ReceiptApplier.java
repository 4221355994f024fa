package rei.sms.jobs.receipts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.operations.Problems;
import rei.sms.db.outbox.Blocks;
import rei.sms.db.outbox.Deliveries;
import rei.sms.db.outbox.Delivery;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.Backoff;
import rei.sms.jobs.rules.ErrorClass;
import rei.sms.jobs.rules.ErrorClasses;

/**
 * Applies receipts in whatever order they come: a status only moves forward, and each
 * move is counted once.
 */
@Component
class ReceiptApplier implements ItemWriter<PendingReceipt> {

	private static final Logger log = LoggerFactory.getLogger(ReceiptApplier.class);

	private final Deliveries deliveries;

	private final Settlements settlements;

	private final Outbox outbox;

	private final Blocks blocks;

	private final Contacts contacts;

	private final Pauses pauses;

	private final Problems problems;

	private final SendingProperties sending;

	private final CountLock counts;

	private final Clock clock;

	ReceiptApplier(Deliveries deliveries, Settlements settlements, Outbox outbox, Blocks blocks, Contacts contacts,
			Pauses pauses, Problems problems, SendingProperties sending, CountLock counts, Clock clock) {
		this.deliveries = deliveries;
		this.settlements = settlements;
		this.outbox = outbox;
		this.blocks = blocks;
		this.contacts = contacts;
		this.pauses = pauses;
		this.problems = problems;
		this.sending = sending;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends PendingReceipt> chunk) {
		this.counts.take();
		for (var receipt : chunk) {
			var delivery = delivery(receipt);
			delivery.ifPresent((known) -> apply(receipt, known));
			this.deliveries.note(receipt.sid(), receipt.word(), delivery.isPresent() ? "APPLIED" : "WAITING",
					this.clock.instant());
		}
	}

	/**
	 * By the SID; else by our id in the callback's address, which settles a text whose
	 * answer was lost.
	 */
	private Optional<Delivery> delivery(PendingReceipt receipt) {
		return this.deliveries.find(receipt.sid()).or(() -> {
			var ref = receipt.ref();
			if (ref == null || !isOurs(ref, receipt)) {
				return Optional.empty();
			}
			return this.deliveries.find(receipt.sid());
		});
	}

	private boolean isOurs(UUID ref, PendingReceipt receipt) {
		if (this.deliveries.awaitsSid(ref)) {
			return this.settlements.taken(List.of(new TakenText(ref, receipt.sid(), receipt.receivedAt()))) == 1;
		}
		return this.deliveries.takeSid(ref, receipt.sid());
	}

	private void apply(PendingReceipt receipt, Delivery delivery) {
		var next = delivery.status().after(receipt.status());
		if (next == delivery.status()) {
			return;
		}
		log.info("{} {}", receipt.sid(), next.label());
		this.deliveries.move(delivery, next, receipt.errorCode(), receipt.receivedAt());
		switch (next) {
			case FAILED, UNDELIVERED -> failed(receipt, delivery);
			case OPT_OUT -> suppress(delivery);
			case QUEUED, SENT, DELIVERED -> {
			}
		}
	}

	private void failed(PendingReceipt receipt, Delivery delivery) {
		var code = receipt.errorCode();
		if (code == null || code.isBlank()) {
			return;
		}
		var now = this.clock.instant();
		switch (ErrorClasses.standard().of(0, code, code)) {
			case ErrorClass.Suppress blocked -> suppress(delivery);
			case ErrorClass.Unreachable unreachable -> this.contacts.markUnreachable(delivery.sellerPhone(), code, now);
			case ErrorClass.Transient passing -> again(delivery, passing, now);
			case ErrorClass.PauseAll trouble -> {
				this.pauses.pause(Pause.Scope.ALL, "", trouble.reason(), now);
				this.problems.report("provider-account", "", "the provider refuses our account: " + trouble.reason(),
						"mend the account, then resume", now);
			}
			case ErrorClass.BadMessage bad -> log.info("{} {}", receipt.sid(), bad.reason());
			case ErrorClass.Filtered filtered -> log.info("{} {}", receipt.sid(), filtered.reason());
			case ErrorClass.Unknown unknown -> this.problems.report("provider-unknown-code", code,
					"a receipt came with " + unknown.reason(), "look the code up and add it to error-classes.csv", now);
		}
	}

	private void again(Delivery delivery, ErrorClass.Transient passing, Instant now) {
		if (delivery.latest() && delivery.attempts() < this.sending.maxRetries()) {
			Duration wait = Backoff.after(delivery.attempts(), ThreadLocalRandom.current().nextDouble(),
					Optional.empty());
			this.outbox.takeUpAgain(delivery.conversationId(), delivery.attempts(), now.plus(wait), passing.reason(),
					now);
		}
	}

	private void suppress(Delivery delivery) {
		this.blocks.block(delivery.sellerPhone(), delivery.conversationId(), this.clock.instant());
	}

}

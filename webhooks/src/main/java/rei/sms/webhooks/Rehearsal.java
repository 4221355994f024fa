package rei.sms.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import rei.sms.db.inbox.DeliveryReceipt;
import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Inbox;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;

/** Reads and stages what nobody sent, and takes it all back. */
@Component
class Rehearsal {

	private static final List<String> TEXTS = List.of("Yes, how much would you offer?", "please take me off this list",
			"Who is this and how did you get my number", "no thanks");

	private static final PhoneNumber NOBODY = new PhoneNumber("+12025550100");

	private final Inbox inbox;

	private final ChannelRequests requests;

	private final TransactionOperations transactions;

	private final Clock clock;

	Rehearsal(Inbox inbox, ChannelRequests requests, TransactionOperations transactions, Clock clock) {
		this.inbox = inbox;
		this.requests = requests;
		this.transactions = transactions;
		this.clock = clock;
	}

	void run(Instant end) {
		for (var size = 1; Instant.now().isBefore(end); size = 1 + size % 32) {
			stage(size);
		}
	}

	private void stage(int size) {
		this.transactions.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.inbox.stageInbound(IntStream.range(0, size).mapToObj(this::text).toList());
			this.inbox.stageEchoes(IntStream.range(0, size).mapToObj(this::echo).toList());
			this.inbox.stageReceipts(IntStream.range(0, size).mapToObj(this::receipt).toList());
		});
	}

	private InboundMessage text(int number) {
		var body = TEXTS.get(number % TEXTS.size());
		return new InboundMessage(sid(), UUID.randomUUID(), NOBODY, NOBODY, body, this.requests.read(body),
				this.clock.instant());
	}

	private OutboundEcho echo(int number) {
		return new OutboundEcho(sid(), UUID.randomUUID(), NOBODY, NOBODY, TEXTS.getFirst(), null, null, null, null,
				this.clock.instant());
	}

	private DeliveryReceipt receipt(int number) {
		return new DeliveryReceipt(sid(), "sent", Optional.of(DeliveryStatus.SENT), null, NOBODY, NOBODY, null,
				this.clock.instant());
	}

	private static MessageSid sid() {
		return new MessageSid("rehearsal-" + UUID.randomUUID());
	}

}

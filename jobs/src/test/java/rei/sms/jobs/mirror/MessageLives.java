package rei.sms.jobs.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.CountLock;
import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.LeadStatus;
import rei.sms.db.contact.Leads;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Classified;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.conversation.Told;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.Deliveries;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.db.outbox.TextKind;

/**
 * Plays the lives of texts through the engine's own tables: queued, sent, delivered; of
 * some the answer, of some of those the reading as interest, the lead and our reply.
 */
final class MessageLives {

	private static final int BATCH = 50;

	private static final int PLAYERS = 4;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Outbox outbox;

	private final Settlements settlements;

	private final Deliveries deliveries;

	private final Conversations conversations;

	private final Contacts contacts;

	private final Leads leads;

	private final CountLock counts;

	private final Random random = new Random(42);

	private final DelayQueue<Event> events = new DelayQueue<>();

	private final Map<String, Instant> received = new ConcurrentHashMap<>();

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger messages = new AtomicInteger();

	MessageLives(JdbcClient jdbc, TransactionTemplate transaction, Outbox outbox, Settlements settlements,
			Deliveries deliveries, Conversations conversations, Contacts contacts, Leads leads, CountLock counts) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.outbox = outbox;
		this.settlements = settlements;
		this.deliveries = deliveries;
		this.conversations = conversations;
		this.contacts = contacts;
		this.leads = leads;
		this.counts = counts;
	}

	/** Queues one campaign text for each phone, to go out at {@code perSecond}. */
	void plan(List<String> phones, UUID campaign, List<String> numbers, int perSecond) {
		for (int start = 0; start < phones.size(); start += BATCH) {
			var texts = IntStream.range(start, Math.min(phones.size(), start + BATCH))
				.mapToObj((i) -> new OutboundText(UUID.randomUUID(), new PhoneNumber(phones.get(i)),
						new PhoneNumber(numbers.get(i % numbers.size())),
						"Hi, do you still own the house on Main Street?", TextKind.CAMPAIGN,
						ProcessedBy.CAMPAIGN_RUNNER, Stage.OWNERSHIP_CONFIRMATION, campaign, null, "Houston, TX", null,
						1, Instant.now(), null))
				.toList();
			counted((_) -> this.outbox.queue(texts, Instant.now()));
			this.messages.addAndGet(texts.size());
			after(Duration.ofMillis(start * 1000L / perSecond), () -> send(texts));
		}
	}

	/** Plays until all lives are over. */
	void play() {
		var players = IntStream.range(0, PLAYERS).mapToObj((_) -> Thread.ofPlatform().start(this::playOn)).toList();
		players.forEach(MessageLives::await);
	}

	private void playOn() {
		while (this.open.get() > 0) {
			Optional.ofNullable(next()).ifPresent((event) -> {
				event.work().run();
				this.open.decrementAndGet();
			});
		}
	}

	private @Nullable Event next() {
		try {
			return this.events.poll(100, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	int messages() {
		return this.messages.get();
	}

	/** When each inbound message was received, by its SID. */
	Map<String, Instant> received() {
		return this.received;
	}

	private void send(List<OutboundText> texts) {
		counted((_) -> {
			this.jdbc
				.sql("""
						INSERT INTO attempt (conversation_id, seller_phone, our_number, decided_at, allowed, rule, rule_version,
							segments)
						SELECT c.id, c.seller_phone, c.our_number, now(), true, 'ALLOWED', '1', 1 FROM conversation c
						WHERE c.id = ANY (:ids)
						""")
				.param("ids", texts.stream().map(OutboundText::id).toArray(UUID[]::new))
				.update();
			this.settlements
				.taken(texts.stream().map((text) -> new TakenText(text.id(), sid("SM", text), Instant.now())).toList());
		});
		after(Duration.ofMillis(1000 + this.random.nextInt(5000)), () -> deliver(texts));
	}

	private void deliver(List<OutboundText> texts) {
		texts.forEach((text) -> counted((_) -> this.deliveries.find(sid("SM", text))
			.ifPresent((delivery) -> this.deliveries.move(delivery, DeliveryStatus.DELIVERED, null, Instant.now()))));
		texts.stream()
			.filter((text) -> text.kind() == TextKind.CAMPAIGN && this.random.nextInt(100) < 30)
			.forEach((text) -> after(Duration.ofMillis(this.random.nextInt(60_000)), () -> answer(text)));
	}

	private static MessageSid sid(String prefix, OutboundText text) {
		return new MessageSid(prefix + text.id().toString().replace("-", "") + "==");
	}

	private void answer(OutboundText text) {
		var sid = sid("IN", text);
		var id = UUID.randomUUID();
		this.messages.incrementAndGet();
		this.received.put(sid.value(), Instant.now());
		counted((_) -> {
			this.jdbc.sql("""
					INSERT INTO inbound (sid, conversation_id, seller_phone, our_number, body, linked_to, received_at)
					VALUES (:sid, :id, :phone, :ours, 'Yes, who is asking?', 'prospect', now())
					""")
				.param("sid", sid.value())
				.param("id", id)
				.param("phone", text.sellerPhone().e164())
				.param("ours", Sql.orNull(text.ourNumber()))
				.update();
			this.conversations.logInbound(List.of(sid), Instant.now());
		});
		after(Duration.ofMillis(200), () -> understand(text, id));
	}

	private void understand(OutboundText text, UUID id) {
		var interested = this.random.nextInt(100) < 15;
		counted((_) -> {
			this.conversations.classify(List
				.of(new Classified(id, text.sellerPhone(), interested ? AiIntent.ASK_PRICE : AiIntent.WHO_IS_THIS,
						interested ? Intent.POSITIVE : Intent.NEUTRAL, Stage.OWNERSHIP_CONFIRMATION, 0.9, "bench", null,
						"bench", Told.NOTHING)),
					Instant.now());
			this.contacts.moveTo(text.sellerPhone(), Stage.OWNERSHIP_CONFIRMATION);
		});
		if (interested) {
			after(Duration.ofMillis(200), () -> counted(
					(_) -> this.leads.promote(text.sellerPhone(), LeadStatus.ACTIVE_COMMUNICATION, Instant.now())));
		}
		if (this.random.nextInt(100) < 30) {
			after(Duration.ofMillis(400), () -> reply(text, id));
		}
	}

	private void reply(OutboundText to, UUID answered) {
		var reply = new OutboundText(UUID.randomUUID(), to.sellerPhone(), to.ourNumber(),
				"I buy houses here. Would you sell?", TextKind.REPLY, ProcessedBy.AUTORESPONDER, Stage.INTEREST_FEELER,
				to.campaignId(), null, "Houston, TX", answered, 1, Instant.now(), null);
		this.messages.incrementAndGet();
		counted((_) -> this.outbox.queue(List.of(reply), Instant.now()));
		after(Duration.ofMillis(500), () -> send(List.of(reply)));
	}

	private void counted(Consumer<TransactionStatus> work) {
		this.transaction.executeWithoutResult((status) -> {
			this.counts.take();
			work.accept(status);
		});
	}

	private void after(Duration wait, Runnable work) {
		this.open.incrementAndGet();
		this.events.add(new Event(System.nanoTime() + wait.toNanos(), work));
	}

	/** Something that happens at a moment on {@link System#nanoTime()}. */
	private record Event(long at, Runnable work) implements Delayed {

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

}

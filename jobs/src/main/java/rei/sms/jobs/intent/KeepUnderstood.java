package rei.sms.jobs.intent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.SellerFacts;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.operations.PersonList;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.rules.SilenceRule;

/**
 * Keeps what messages mean, moves their contacts, and suppresses who asked to stop in
 * words that the webhook's quick look missed, who threatens, and whose phone is somebody
 * else's.
 */
@Component
class KeepUnderstood implements ItemWriter<Understood> {

	private static final Logger log = LoggerFactory.getLogger(KeepUnderstood.class);

	private final Conversations conversations;

	private final Contacts contacts;

	private final SellerFacts facts;

	private final Suppressions suppressions;

	private final PersonList people;

	private final CountLock counts;

	private final Clock clock;

	KeepUnderstood(Conversations conversations, Contacts contacts, SellerFacts facts, Suppressions suppressions,
			PersonList people, CountLock counts, Clock clock) {
		this.conversations = conversations;
		this.contacts = contacts;
		this.facts = facts;
		this.suppressions = suppressions;
		this.people = people;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends Understood> chunk) {
		this.counts.take();
		var now = this.clock.instant();
		List<? extends Understood> items = chunk.getItems();
		items.forEach(this::move);
		this.conversations.classify(items.stream().map(Understood::classified).toList(), now);
		this.conversations
			.countLateStops(items.stream().filter(Understood::isLateStop).map((item) -> item.message().id()).toList());
		this.suppressions.suppress(items.stream().filter(KeepUnderstood::silences).map(this::suppression).toList());
		items.stream()
			.filter((item) -> item.reading().threat())
			.forEach((item) -> askPerson("threat", item, "the seller threatens; nothing automatic goes out any more",
					now));
		items.stream()
			.filter(Understood::doubtfulStop)
			.forEach((item) -> askPerson(PersonList.DOUBTFUL_STOP, item, PersonList.HONOURED_IN_DOUBT, now));
		items.forEach((item) -> log.info("{} is {}", item.message().sid(), item.classified().aiIntent().label()));
	}

	private void askPerson(String kind, Understood item, String reason, Instant now) {
		this.people.add(kind, item.message().id(), item.message().sellerPhone(), reason, null, now);
	}

	private void move(Understood item) {
		var stage = item.classified().stage();
		if (stage != null && stage != item.message().stage()) {
			this.contacts.moveTo(item.message().sellerPhone(), stage);
		}
		if (item.tellsAnything()) {
			this.facts.note(item.message().sellerPhone(), item.classified().told());
		}
		if (item.showsOnProspect()) {
			this.contacts.noteIntent(item.message().sellerPhone(), item.classified().aiIntent(),
					item.classified().intent());
		}
	}

	/** What the webhook took as a stop is suppressed already. */
	private static boolean silences(Understood item) {
		return item.isLateStop() || (!item.reading().optOut() && SilenceRule.of(item.reading()).isPresent());
	}

	private Suppression suppression(Understood item) {
		return new Suppression(item.message().sellerPhone(), SilenceRule.of(item.reading()).orElseThrow(), null,
				item.message().body(), item.message().sid(), this.clock.instant());
	}

}

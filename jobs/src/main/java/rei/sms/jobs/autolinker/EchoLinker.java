package rei.sms.jobs.autolinker;

import java.time.Clock;
import java.util.List;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.outbox.Echoes;

/**
 * Settles the text that an echo speaks of, or logs a text that was sent by other means.
 */
@Component
class EchoLinker implements ItemWriter<UnlinkedEcho> {

	private final Contacts contacts;

	private final Echoes echoes;

	private final CountLock counts;

	private final Clock clock;

	EchoLinker(Contacts contacts, Echoes echoes, CountLock counts, Clock clock) {
		this.contacts = contacts;
		this.echoes = echoes;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends UnlinkedEcho> chunk) {
		this.counts.take();
		for (var item : chunk) {
			this.contacts.ensure(List.of(item.echo().sellerPhone()), this.clock.instant());
			this.echoes.settleOrLog(item.echo());
		}
	}

}

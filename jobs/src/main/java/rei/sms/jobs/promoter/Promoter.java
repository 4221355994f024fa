package rei.sms.jobs.promoter;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Leads;
import rei.sms.db.conversation.Conversations;
import rei.sms.jobs.rules.Promotion;

/** Makes leads, once a phone, and links all their messages to them. */
@Component
class Promoter implements ItemWriter<Judged>, StepExecutionListener {

	private static final Logger log = LoggerFactory.getLogger(Promoter.class);

	private static final String DONE = "done";

	private final Leads leads;

	private final Contacts contacts;

	private final Conversations conversations;

	private final PersonsReading persons;

	private final CountLock counts;

	private final Clock clock;

	private @Nullable ExecutionContext tally;

	Promoter(Leads leads, Contacts contacts, Conversations conversations, PersonsReading persons, CountLock counts,
			Clock clock) {
		this.leads = leads;
		this.contacts = contacts;
		this.conversations = conversations;
		this.persons = persons;
		this.counts = counts;
		this.clock = clock;
	}

	@Override
	public void beforeStep(StepExecution execution) {
		this.tally = execution.getExecutionContext();
	}

	@Override
	public void write(Chunk<? extends Judged> chunk) {
		this.counts.take();
		for (var item : chunk) {
			if (item.candidate().byPerson()) {
				this.persons.heed(item.candidate());
			}
			this.conversations.notePromotion(item.candidate().id(), outcome(item));
		}
	}

	private String outcome(Judged item) {
		var phone = item.candidate().sellerPhone();
		return switch (item.promotion()) {
			case Promotion.Promote promote -> {
				this.contacts.moveTo(phone, promote.stage());
				if (this.leads.promote(phone, promote.status(), this.clock.instant())) {
					log.info("{} becomes a lead: {}", item.candidate().id(), promote.reason());
					count();
				}
				yield "PROMOTED: " + promote.reason();
			}
			case Promotion.Relink relink -> {
				this.leads.relink(phone);
				yield "RELINKED";
			}
			case Promotion.Stay stay -> "STAYED: " + stay.reason();
		};
	}

	/** Not every message that is looked at makes a lead: people are told how many did. */
	private void count() {
		if (this.tally != null) {
			this.tally.putLong(DONE, this.tally.getLong(DONE, 0) + 1);
		}
	}

}

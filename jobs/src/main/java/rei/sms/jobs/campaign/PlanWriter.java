package rei.sms.jobs.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Recipient;
import rei.sms.db.campaign.Recipients;
import rei.sms.db.campaign.Verdict;
import rei.sms.db.campaign.Verdict.Outcome;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Enriched;
import rei.sms.db.outbox.Outbox;
import rei.sms.jobs.campaign.Plan.Chosen;
import rei.sms.jobs.campaign.Plan.Held;
import rei.sms.jobs.campaign.Plan.LeftOut;
import rei.sms.jobs.rules.FrequencyCap;

/**
 * Writes a chunk of plans: what happened to a phone since its prospect was read is looked
 * at again in the same statement that chooses it.
 */
@Component
class PlanWriter implements ItemWriter<Plan> {

	private final Contacts contacts;

	private final Recipients recipients;

	private final Outbox outbox;

	private final Clock clock;

	PlanWriter(Contacts contacts, Recipients recipients, Outbox outbox, Clock clock) {
		this.contacts = contacts;
		this.recipients = recipients;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Override
	public void write(Chunk<? extends Plan> plans) {
		var now = this.clock.instant();
		var chosen = plans.getItems().stream().filter(Chosen.class::isInstance).map(Chosen.class::cast).toList();
		var queued = queue(chosen, now);
		this.recipients.note(plans.getItems().stream().map((plan) -> verdict(plan, queued)).toList(), now);
	}

	private Set<UUID> queue(List<Chosen> chosen, Instant now) {
		var places = new LinkedHashMap<UUID, Enriched>();
		chosen.forEach((plan) -> places.put(plan.listed().prospectId(), plan.places()));
		this.contacts.ensure(places, now);
		var queued = this.recipients.choose(chosen.stream().map(PlanWriter::recipient).toList(),
				now.minus(FrequencyCap.STANDARD.unanswered()), now);
		this.outbox.queue(chosen.stream().map(Chosen::text).filter((text) -> queued.contains(text.id())).toList(), now);
		this.recipients.showQueued(queued);
		return queued;
	}

	private static Recipient recipient(Chosen plan) {
		return new Recipient(plan.listed().campaignId(), plan.text().sellerPhone(), plan.listed().prospectId(),
				plan.text().id());
	}

	private static Verdict verdict(Plan plan, Set<UUID> queued) {
		return switch (plan) {
			case Chosen chosen when queued.contains(chosen.text().id()) -> verdict(plan, Outcome.QUEUED, "");
			case Chosen chosen -> verdict(plan, Outcome.LEFT_OUT, LeftOutReason.OVERTAKEN.words());
			case LeftOut out -> verdict(plan, Outcome.LEFT_OUT, out.reason());
			case Held held -> verdict(plan, Outcome.HELD, held.reason());
		};
	}

	private static Verdict verdict(Plan plan, Outcome outcome, String reason) {
		return new Verdict(plan.listed().campaignId(), plan.listed().prospectId(), outcome,
				reason.isEmpty() ? null : reason);
	}

}

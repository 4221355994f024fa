package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.contact.Enriched;
import rei.sms.db.contact.ProspectStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.campaign.Composer.Composed;
import rei.sms.jobs.campaign.Plan.Chosen;
import rei.sms.jobs.campaign.Plan.Held;
import rei.sms.jobs.campaign.Plan.LeftOut;
import rei.sms.jobs.rules.Atlas;
import rei.sms.jobs.rules.FrequencyCap;
import rei.sms.jobs.rules.NumberChoice.Choice;
import rei.sms.jobs.rules.Place;
import rei.sms.jobs.rules.Whereabouts;

/**
 * Decides for one prospect of a campaign's list after the other who gets a text, which
 * one, from which number and when. It remembers what it decided, so that no phone is
 * chosen twice and no slot given away twice in one run.
 */
class Planner implements ItemProcessor<Listed, Plan> {

	private final Map<UUID, Ready> campaigns;

	private final Timetable timetable;

	private final Composer composer;

	private final Duration jitter;

	private final Instant now;

	/** The campaign that chose each phone in this run. */
	private final Map<PhoneNumber, UUID> chosen = new HashMap<>();

	Planner(Agenda agenda, Timetable timetable, Composer composer, Duration jitter, Instant now) {
		this.campaigns = agenda.byId();
		this.timetable = timetable;
		this.composer = composer;
		this.jitter = jitter;
		this.now = now;
	}

	/** The plan, or null when the prospect is held for the same reason as before. */
	@Override
	public @Nullable Plan process(Listed listed) {
		var plan = plan(listed);
		return (plan instanceof Held held && held.reason().equals(listed.heldFor())) ? null : plan;
	}

	Plan plan(Listed listed) {
		var campaign = Objects.requireNonNull(this.campaigns.get(listed.campaignId()));
		var line = line(listed);
		return refuse(listed, line).<Plan>map((reason) -> new LeftOut(listed, reason.words(), List.of()))
			.orElseGet(() -> write(campaign, listed, line.orElseThrow()));
	}

	/** Phone 2 is tried only when Phone 1 proved unreachable. */
	private static Optional<Line> line(Listed listed) {
		return listed.lines()
			.stream()
			.filter(Line::isReachable)
			.findFirst()
			.or(() -> listed.lines().stream().findFirst());
	}

	private Optional<LeftOutReason> refuse(Listed listed, Optional<Line> line) {
		if (listed.optOut() || listed.status() == ProspectStatus.OPT_OUT) {
			return Optional.of(LeftOutReason.OPTED_OUT);
		}
		if (listed.stage() != null && listed.stage().isTerminal()) {
			return Optional.of(LeftOutReason.TERMINAL_STAGE);
		}
		if (listed.status() == ProspectStatus.NOT_INTERESTED) {
			return Optional.of(LeftOutReason.NOT_INTERESTED);
		}
		return line.map((known) -> refuse(listed.campaignId(), known)).orElse(Optional.of(LeftOutReason.NO_PHONE));
	}

	private Optional<LeftOutReason> refuse(UUID campaign, Line line) {
		if (line.phone().isEmpty()) {
			return Optional.of(LeftOutReason.INVALID_PHONE);
		}
		var phone = line.phone().get();
		if (line.suppressed()) {
			return Optional.of(LeftOutReason.SUPPRESSED);
		}
		if (line.stage() != null && line.stage().isTerminal()) {
			return Optional.of(LeftOutReason.TERMINAL_STAGE);
		}
		if (!line.isReachable()) {
			return Optional.of(line.unreachable() ? LeftOutReason.UNREACHABLE : LeftOutReason.INVALID_PHONE);
		}
		if (line.chosen() || campaign.equals(this.chosen.get(phone))) {
			return Optional.of(LeftOutReason.DUPLICATE);
		}
		if (line.queued() || isRecent(line.lastCampaignAt()) || this.chosen.containsKey(phone)) {
			return Optional.of(LeftOutReason.RECENT);
		}
		if (line.lead()) {
			return Optional.of(LeftOutReason.LEAD);
		}
		return isTalking(line) ? Optional.of(LeftOutReason.IN_CONVERSATION) : Optional.empty();
	}

	private boolean isRecent(@Nullable Instant instant) {
		return instant != null && instant.isAfter(this.now.minus(FrequencyCap.STANDARD.unanswered()));
	}

	/** Nobody who talks with us already is asked whether the house is theirs. */
	private boolean isTalking(Line line) {
		return isRecent(line.lastInboundAt())
				|| (line.stage() != null && line.stage().compareTo(Stage.PRICE_QUALIFICATION) >= 0);
	}

	private Plan write(Ready campaign, Listed listed, Line line) {
		return switch (this.composer.compose(campaign.templates(), campaign.turn(), fields(campaign, listed))) {
			case Composed.Unfit unfit -> new LeftOut(listed, unfit.reason(), unfit.missing());
			case Composed.Text text -> number(campaign, listed, line, text);
		};
	}

	private static Map<String, String> fields(Ready campaign, Listed listed) {
		var fields = new HashMap<>(listed.fields());
		fields.putIfAbsent("Market", campaign.market());
		return fields;
	}

	private Plan number(Ready campaign, Listed listed, Line line, Composed.Text text) {
		return switch (this.timetable.choose(sticky(listed, line), campaign.market())) {
			case Choice.Hold hold -> new Held(listed, hold.reason());
			case Choice.Chosen from -> book(campaign, listed, line, text, from.phone());
		};
	}

	/** The number it talks with, as long as it is one of ours. */
	private Optional<PhoneNumber> sticky(Listed listed, Line line) {
		return Optional.ofNullable(line.ourNumber())
			.or(() -> Optional.ofNullable(listed.ourNumber()).flatMap(PhoneNumber::tryParse))
			.filter(this.timetable::knows);
	}

	private Plan book(Ready campaign, Listed listed, Line line, Composed.Text text, PhoneNumber from) {
		var phone = line.phone().orElseThrow();
		var where = whereabouts(listed, line, phone);
		var slot = this.timetable.book(from, where, text.segments(), earliest(campaign.campaign()),
				campaign.campaign().end());
		if (slot.isEmpty()) {
			return new Held(listed, "no time left before the campaign ends");
		}
		campaign.next();
		this.chosen.put(phone, listed.campaignId());
		return new Chosen(listed, text(campaign, phone, text, from, slot.get()),
				new Enriched(phone, line.type(), where.stateWords(), where.zoneWords()));
	}

	private Instant earliest(Campaign campaign) {
		var start = campaign.start();
		return (start != null && start.isAfter(this.now)) ? start : this.now;
	}

	private static Whereabouts whereabouts(Listed listed, Line line, PhoneNumber phone) {
		var places = new ArrayList<Place>(Atlas.standard().of(phone, listed.state(), listed.zip()).places());
		if (line.enriched()) {
			places.addAll(Whereabouts.of(line.states(), line.zones()).places());
		}
		return new Whereabouts(places);
	}

	private OutboundText text(Ready campaign, PhoneNumber phone, Composed.Text text, PhoneNumber from, Instant slot) {
		var id = UUID.randomUUID();
		return new OutboundText(id, phone, from, text.text(), TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER,
				Stage.OWNERSHIP_CONFIRMATION, campaign.campaign().id(), text.template().versionId(), campaign.market(),
				null, text.segments(), slot.plus(jitter(id)), campaign.campaign().end());
	}

	private Duration jitter(UUID id) {
		return Duration.ofMillis(Math.floorMod(id.hashCode(), this.jitter.toMillis() + 1));
	}

}

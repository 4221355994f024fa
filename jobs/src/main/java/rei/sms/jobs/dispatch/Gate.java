package rei.sms.jobs.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Pause;
import rei.sms.db.outbox.DueText;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.jobs.rules.Atlas;
import rei.sms.jobs.rules.Decision;
import rei.sms.jobs.rules.GateFacts;
import rei.sms.jobs.rules.GateFacts.CampaignWindow;
import rei.sms.jobs.rules.GateFacts.Consent;
import rei.sms.jobs.rules.GateFacts.History;
import rei.sms.jobs.rules.SendGate;

/**
 * Asks the gate about the texts of one claim, with what stood in the database when the
 * claim had their phones.
 */
record Gate(SendGate rules, Collection<Pause> pauses, Map<PhoneNumber, Suppression> suppressions,
		Set<PhoneNumber> unheard, Map<PhoneNumber, List<Instant>> sent, Budget budget, Instant now) {

	/** Decides whether a text may go from {@code ourNumber} now. */
	Decision decide(DueText text, PhoneNumber ourNumber) {
		return this.rules.decide(new GateFacts(this.now, text.kind(), paused(text, ourNumber), consent(text),
				Atlas.standard().of(text.sellerPhone(), text.properties()),
				new History(this.sent.getOrDefault(text.sellerPhone(), List.of()), lastCampaign(text),
						Optional.ofNullable(text.lastInboundAt())),
				campaign(text), this.budget.day(ourNumber), this.budget.numberMinute(ourNumber, text.segments()),
				this.budget.globalMinute(text.segments())));
	}

	/** A text that is tried again does not stand in its own way. */
	private static Optional<Instant> lastCampaign(DueText text) {
		return Optional.ofNullable((text.attempts() == 0) ? text.lastCampaignAt() : null);
	}

	private Optional<String> paused(DueText text, PhoneNumber ourNumber) {
		return this.pauses.stream()
			.filter((pause) -> pause.stops(text.market(), text.campaignWords(), ourNumber.e164())
					|| pause.stops(this.budget.market(ourNumber), text.campaignWords(), ourNumber.e164())
					|| pause.stopsTemplate(text.templateWords()))
			.map(Pause::inWords)
			.findFirst();
	}

	private Consent consent(DueText text) {
		var suppression = Optional.ofNullable(this.suppressions.get(text.sellerPhone()));
		return new Consent(suppression.map((standing) -> standing.reason().name()), suppression.map(Suppression::since),
				text.stage(), isDnc(suppression), this.unheard.contains(text.sellerPhone()));
	}

	private static boolean isDnc(Optional<Suppression> suppression) {
		return suppression.filter((standing) -> standing.reason() == SuppressionReason.DNC).isPresent();
	}

	/**
	 * A reply belongs to a campaign for the counts only: the campaign's end does not
	 * silence a conversation.
	 */
	private static Optional<CampaignWindow> campaign(DueText text) {
		@Nullable Campaign campaign = (text.kind() == TextKind.CAMPAIGN) ? text.campaign() : null;
		return Optional.ofNullable(campaign)
			.map((owner) -> new CampaignWindow(owner.status(), Optional.ofNullable(owner.start()),
					Optional.ofNullable(owner.end())));
	}

}

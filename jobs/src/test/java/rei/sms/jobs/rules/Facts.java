package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.rules.GateFacts.CampaignWindow;
import rei.sms.jobs.rules.GateFacts.Consent;
import rei.sms.jobs.rules.GateFacts.History;
import rei.sms.jobs.rules.GateFacts.NumberDay;

/** A text that every check lets through, to be spoilt in one place by each test. */
final class Facts {

	/** A Wednesday noon in Atlanta. */
	static final Instant NOW = Instant.parse("2026-08-19T16:00:00Z");

	static final Instant MIDNIGHT = Instant.parse("2026-08-20T04:00:00Z");

	Instant now = NOW;

	TextKind kind = TextKind.CAMPAIGN;

	Optional<String> paused = Optional.empty();

	Optional<String> suppressed = Optional.empty();

	Optional<Instant> stoppedAt = Optional.empty();

	@Nullable Stage stage = Stage.OWNERSHIP_CONFIRMATION;

	boolean doNotCall;

	boolean unheard;

	Whereabouts recipient = in(UsState.GA, "America/New_York");

	List<Instant> sent = List.of();

	Optional<Instant> lastCampaignAt = Optional.empty();

	Optional<Instant> lastInboundAt = Optional.empty();

	Optional<CampaignWindow> campaign = running(Optional.empty(), Optional.empty());

	NumberDay number = new NumberDay(true, 0, 750, MIDNIGHT);

	RollingMinute numberMinute = new RollingMinute(0, 20, 1, Optional.of(NOW));

	RollingMinute globalMinute = new RollingMinute(0, 5000, 1, Optional.of(NOW));

	GateFacts get() {
		return new GateFacts(this.now, this.kind, this.paused,
				new Consent(this.suppressed, this.stoppedAt, this.stage, this.doNotCall, this.unheard), this.recipient,
				new History(this.sent, this.lastCampaignAt, this.lastInboundAt), this.campaign, this.number,
				this.numberMinute, this.globalMinute);
	}

	static Whereabouts in(UsState state, String zone) {
		return new Whereabouts(List.of(new Place.Known(state, List.of(ZoneId.of(zone)))));
	}

	static Optional<CampaignWindow> running(Optional<Instant> start, Optional<Instant> end) {
		return Optional.of(new CampaignWindow(CampaignStatus.RUNNING, start, end));
	}

}

package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.rules.Decision.Allowed;
import rei.sms.jobs.rules.Decision.Refused;
import rei.sms.jobs.rules.Decision.Rule;
import rei.sms.jobs.rules.TextingTime.Closed;
import rei.sms.jobs.rules.TextingTime.Never;
import rei.sms.jobs.rules.TextingTime.Open;

/**
 * The one gate before the provider (decision 26): the first check that refuses decides,
 * and a text goes only when none does.
 */
public final class SendGate {

	private static final Duration CONFIRMATION_WITHIN = Duration.ofMinutes(5);

	private final QuietHours hours;

	private final FrequencyCap cap;

	public SendGate(QuietHours hours, FrequencyCap cap) {
		this.hours = hours;
		this.cap = cap;
	}

	/** Decides about one text at one moment. */
	public Decision decide(GateFacts facts) {
		var time = this.hours.at(facts.now(), facts.recipient());
		var checks = List.<Function<GateFacts, Optional<Refused>>>of(SendGate::killSwitch, SendGate::suppression,
				SendGate::consent, (asked) -> quietHours(time), this.cap::refuse, SendGate::campaign, SendGate::number,
				SendGate::numberRate, SendGate::globalRate, SendGate::dailyLimit);
		return checks.stream()
			.map((check) -> check.apply(facts))
			.flatMap(Optional::stream)
			.<Decision>map((refused) -> refused)
			.findFirst()
			.orElseGet(() -> allowed(time));
	}

	private Allowed allowed(TextingTime time) {
		if (time instanceof Open open) {
			return new Allowed(this.hours.version(), open.zone(), open.until());
		}
		throw new IllegalStateException("quiet hours let a text through: " + time);
	}

	private static Optional<Refused> killSwitch(GateFacts facts) {
		return facts.paused().map((by) -> Refused.held(Rule.KILL_SWITCH, "paused: " + by));
	}

	private static Optional<Refused> suppression(GateFacts facts) {
		if (facts.kind() == TextKind.CONFIRMATION) {
			return confirmation(facts);
		}
		return facts.consent().suppressed().map((why) -> Refused.forever(Rule.SUPPRESSION, "suppressed: " + why));
	}

	/** The one text that a phone may get after it asked to stop. */
	private static Optional<Refused> confirmation(GateFacts facts) {
		var inTime = facts.consent()
			.stoppedAt()
			.map((stopped) -> stopped.plus(CONFIRMATION_WITHIN))
			.filter((end) -> !facts.now().isAfter(end));
		return inTime.isPresent() ? Optional.empty()
				: Optional.of(Refused.forever(Rule.SUPPRESSION, "too late to confirm a stop"));
	}

	private static Optional<Refused> consent(GateFacts facts) {
		var consent = facts.consent();
		if (facts.kind() == TextKind.CONFIRMATION) {
			return Optional.empty();
		}
		if (consent.doNotCall()) {
			return Optional.of(Refused.forever(Rule.CONSENT, "on a Do-Not-Call list"));
		}
		return Optional.ofNullable(consent.stage())
			.filter((stage) -> stage.isTerminal())
			.map((stage) -> Refused.forever(Rule.CONSENT, "the contact's stage is " + stage.label()))
			.or(() -> unheard(facts));
	}

	/**
	 * What a seller wrote may ask us to stop in words that only a whole reading finds: no
	 * text that no person wrote overtakes that reading.
	 */
	private static Optional<Refused> unheard(GateFacts facts) {
		return (facts.consent().unheard() && facts.kind() != TextKind.MANUAL)
				? Optional.of(Refused.held(Rule.CONSENT, "what the seller wrote last is not understood yet"))
				: Optional.empty();
	}

	private static Optional<Refused> quietHours(TextingTime time) {
		return switch (time) {
			case Open open -> Optional.empty();
			case Closed closed ->
				Optional.of(Refused.until(Rule.QUIET_HOURS, closed.cause().toString(), closed.opens()));
			case Never never -> Optional.of(Refused.held(Rule.QUIET_HOURS, never.cause() + " never opens"));
		};
	}

	private static Optional<Refused> campaign(GateFacts facts) {
		return facts.campaign().flatMap((campaign) -> switch (campaign.status()) {
			case DRAFT, PAUSED ->
				Optional.of(Refused.held(Rule.CAMPAIGN, "the campaign is " + campaign.status().label()));
			case COMPLETED -> Optional.of(Refused.forever(Rule.CAMPAIGN, "the campaign is Completed"));
			case SCHEDULED -> Optional.of(new Refused(Rule.CAMPAIGN, "the campaign is Scheduled",
					campaign.start().filter(facts.now()::isBefore), false));
			case RUNNING -> window(campaign, facts.now());
		});
	}

	private static Optional<Refused> window(GateFacts.CampaignWindow campaign, Instant now) {
		if (campaign.end().filter((end) -> !now.isBefore(end)).isPresent()) {
			return Optional.of(Refused.forever(Rule.CAMPAIGN, "the campaign's End Time has passed"));
		}
		return campaign.start()
			.filter(now::isBefore)
			.map((start) -> Refused.until(Rule.CAMPAIGN, "before the campaign's Start Time", start));
	}

	private static Optional<Refused> number(GateFacts facts) {
		return facts.number().active() ? Optional.empty()
				: Optional.of(Refused.held(Rule.NUMBER, "our number is not active"));
	}

	private static Optional<Refused> numberRate(GateFacts facts) {
		return rate(Rule.NUMBER_RATE, "the number's minute is full", facts.numberMinute());
	}

	private static Optional<Refused> globalRate(GateFacts facts) {
		return rate(Rule.GLOBAL_RATE, "the minute of all numbers is full", facts.globalMinute());
	}

	private static Optional<Refused> rate(Rule rule, String reason, RollingMinute minute) {
		return minute.hasRoom() ? Optional.empty()
				: Optional.of(new Refused(rule,
						reason + ": " + minute.used() + " + " + minute.adding() + " of " + minute.limit() + " segments",
						minute.roomAt(), false));
	}

	private static Optional<Refused> dailyLimit(GateFacts facts) {
		var number = facts.number();
		return (number.sentToday() < number.dailyLimit()) ? Optional.empty()
				: Optional.of(Refused.until(Rule.DAILY_LIMIT,
						"the number has sent its " + number.dailyLimit() + " today", number.nextMidnight()));
	}

}

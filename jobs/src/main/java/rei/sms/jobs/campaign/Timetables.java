package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.SendingNumber;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.outbox.Backlog;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.MarketZones;
import rei.sms.jobs.rules.QuietHours;
import rei.sms.jobs.rules.StateHours;

/** Draws up timetables from what our numbers have sent and have yet to send. */
@Component
class Timetables {

	/**
	 * What the gate counts as a minute: a call begins up to a second after its claim, and
	 * seconds are counted whole.
	 */
	private static final Duration MINUTE = Duration.ofSeconds(62);

	private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/Chicago");

	private final SendingNumbers numbers;

	private final Backlog backlog;

	private final SendingProperties sending;

	private final CampaignProperties campaign;

	Timetables(SendingNumbers numbers, Backlog backlog, SendingProperties sending, CampaignProperties campaign) {
		this.numbers = numbers;
		this.backlog = backlog;
		this.sending = sending;
		this.campaign = campaign;
	}

	/** The timetable from {@code now} on. */
	Timetable from(Instant now) {
		var numbers = this.numbers.all();
		var waiting = this.backlog.minutes().stream().collect(Collectors.groupingBy(Backlog.Minute::number));
		var active = Math.max(1, numbers.stream().filter(SendingNumber::active).count());
		Map<PhoneNumber, Lane> lanes = numbers.stream()
			.map((number) -> lane(number, waiting.getOrDefault(number.phone(), List.of()), spacing(active), now))
			.collect(Collectors.toMap((lane) -> lane.candidate().phone(), Function.identity()));
		return new Timetable(lanes, new QuietHours(StateHours.standard(), this.sending.quietWindow()));
	}

	/** The global rate is shared evenly. */
	private Duration spacing(long active) {
		var perMinute = Math.min(this.sending.ratePerNumberPerMin(), this.sending.globalRatePerMin() / (double) active);
		return Duration.ofNanos(Math.round(MINUTE.toNanos() / perMinute));
	}

	private Lane lane(SendingNumber number, List<Backlog.Minute> waiting, Duration spacing, Instant now) {
		var used = number.lastUsedAt();
		var idle = waiting.isEmpty() && (used == null || used.isBefore(now.minus(MINUTE)));
		var zone = zone(number.market());
		var first = LocalDate.ofInstant((number.firstUsedAt() != null) ? number.firstUsedAt() : now, zone);
		var lane = new Lane(number, zone, (day) -> this.sending.limitOf(number, first, day), now, spacing,
				idle ? this.campaign.burst() : 1);
		waiting.forEach(lane::reserve);
		return lane;
	}

	/** The zone whose midnight ends a day in a market. */
	static ZoneId zone(@Nullable String market) {
		return Optional.ofNullable(market)
			.flatMap(MarketZones.standard()::of)
			.map(MarketZones.Market::zone)
			.orElse(DEFAULT_ZONE);
	}

}

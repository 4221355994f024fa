package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.NumberSent;
import rei.sms.db.number.SendRates;
import rei.sms.db.number.SendingNumber;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.GateFacts.NumberDay;
import rei.sms.jobs.rules.MarketZones;
import rei.sms.jobs.rules.NumberChoice.Candidate;
import rei.sms.jobs.rules.RollingMinute;

/**
 * What one claim may still spend: each number's minute and day and the minute of all, as
 * they stood at its beginning and less what the claim itself has let through.
 */
class Budget {

	/**
	 * A call begins up to a lease after its claim and seconds are counted whole: a second
	 * counts that much longer, so no 60 s hold more.
	 */
	private static final int MARGIN_SECONDS = Math.toIntExact(Lease.HELD.plusSeconds(1).toSeconds());

	/** How long a minute is that has room for a rate's segments and no more. */
	static final Duration MINUTE = Duration.ofSeconds(60 + MARGIN_SECONDS);

	private static final ZoneId ELSEWHERE = ZoneId.of("America/Chicago");

	private final SendingProperties sending;

	private final Map<PhoneNumber, SendingNumber> numbers;

	private final Map<String, NavigableMap<Long, Integer>> minutes = new HashMap<>();

	private final Map<PhoneNumber, Integer> spentTexts = new HashMap<>();

	private final Map<String, Integer> spentSegments = new HashMap<>();

	private final Instant now;

	Budget(SendingProperties sending, Map<PhoneNumber, SendingNumber> numbers,
			Map<String, NavigableMap<Long, Integer>> used, Instant now) {
		this.sending = sending;
		this.numbers = numbers;
		this.now = now;
		used.forEach((scope, seconds) -> this.minutes.put(scope, later(seconds)));
	}

	private static NavigableMap<Long, Integer> later(NavigableMap<Long, Integer> seconds) {
		return seconds.entrySet()
			.stream()
			.collect(Collectors.toMap((second) -> second.getKey() + MARGIN_SECONDS, Map.Entry::getValue, Integer::sum,
					TreeMap::new));
	}

	/** From when on what was let through still counts. */
	static Instant since(Instant now) {
		return now.minusSeconds(MARGIN_SECONDS);
	}

	/** The number's minute as a text of that many segments meets it. */
	RollingMinute numberMinute(PhoneNumber number, int segments) {
		return minute(number.e164(), this.sending.ratePerNumberPerMin(), segments);
	}

	/** The minute of all numbers as a text of that many segments meets it. */
	RollingMinute globalMinute(int segments) {
		return minute(SendRates.ALL, this.sending.globalRatePerMin(), segments);
	}

	/** How many segments the minute of all still holds. */
	int room() {
		var minute = globalMinute(0);
		return minute.limit() - minute.used();
	}

	/** The numbers that may send now, for all that their minute and their day say. */
	List<PhoneNumber> withRoom() {
		return this.numbers.keySet().stream().filter(this::hasRoom).toList();
	}

	private boolean hasRoom(PhoneNumber number) {
		var minute = numberMinute(number, 1);
		var day = day(number);
		return day.active() && day.sentToday() < day.dailyLimit() && minute.used() < minute.limit();
	}

	private RollingMinute minute(String scope, int limit, int segments) {
		return RollingMinute.of(this.minutes.getOrDefault(scope, new TreeMap<>()), limit, segments, this.now);
	}

	/** The number's day as it stands now. */
	NumberDay day(PhoneNumber phone) {
		var number = this.numbers.get(phone);
		if (number == null) {
			return new NumberDay(false, 0, 0, this.now);
		}
		var day = localDay(number);
		return new NumberDay(number.active(), number.sentOn(day) + this.spentTexts.getOrDefault(phone, 0),
				limit(number), day.plusDays(1).atStartOfDay(zone(number)).toInstant());
	}

	private int limit(SendingNumber number) {
		var today = localDay(number);
		var first = (number.firstUsedAt() != null) ? LocalDate.ofInstant(number.firstUsedAt(), zone(number)) : today;
		return this.sending.limitOf(number, first, today);
	}

	private LocalDate localDay(SendingNumber number) {
		return LocalDate.ofInstant(this.now, zone(number));
	}

	private static ZoneId zone(@Nullable SendingNumber number) {
		if (number == null || number.market() == null) {
			return ELSEWHERE;
		}
		return MarketZones.standard().of(number.market()).map(MarketZones.Market::zone).orElse(ELSEWHERE);
	}

	/** Spends a text's share. */
	void spend(PhoneNumber number, int segments) {
		this.spentTexts.merge(number, 1, Integer::sum);
		for (var scope : new String[] { number.e164(), SendRates.ALL }) {
			this.spentSegments.merge(scope, segments, Integer::sum);
			this.minutes.computeIfAbsent(scope, (key) -> new TreeMap<>())
				.merge(this.now.getEpochSecond() + MARGIN_SECONDS, segments, Integer::sum);
		}
	}

	/** Takes a text's share back: it does not go after all. */
	void takeBack(PhoneNumber number, int segments) {
		this.spentTexts.merge(number, -1, Integer::sum);
		for (var scope : new String[] { number.e164(), SendRates.ALL }) {
			this.spentSegments.merge(scope, -segments, Integer::sum);
		}
	}

	/** Our numbers as the choice of one looks at them. */
	List<Candidate> candidates() {
		return this.numbers.values()
			.stream()
			.filter((number) -> number.market() != null)
			.map((number) -> new Candidate(number.phone(), Objects.requireNonNull(number.market()), number.active(),
					day(number.phone()).dailyLimit() - day(number.phone()).sentToday(),
					Optional.ofNullable(number.lastUsedAt()), number.poor()))
			.toList();
	}

	/** Segments spent by this claim, by scope. */
	Map<String, Integer> spentSegments() {
		return this.spentSegments;
	}

	/** Texts spent by this claim, by number and its local day. */
	List<NumberSent> sent() {
		return this.spentTexts.entrySet()
			.stream()
			.filter((spent) -> spent.getValue() > 0 && this.numbers.containsKey(spent.getKey()))
			.map((spent) -> new NumberSent(spent.getKey(), spent.getValue(),
					localDay(Objects.requireNonNull(this.numbers.get(spent.getKey())))))
			.toList();
	}

	/** The market of a number of ours. */
	@Nullable String market(PhoneNumber phone) {
		var number = this.numbers.get(phone);
		return (number != null) ? number.market() : null;
	}

}

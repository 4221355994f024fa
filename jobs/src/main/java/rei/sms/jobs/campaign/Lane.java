package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

import rei.sms.db.number.SendingNumber;
import rei.sms.db.outbox.Backlog;
import rei.sms.jobs.rules.NumberChoice.Candidate;

/**
 * One of our numbers along the time to come: a slot for each segment that its rate
 * allows, of which some are taken, and the texts of each of its days.
 */
class Lane {

	private final SendingNumber number;

	private final ZoneId zone;

	private final ToIntFunction<LocalDate> dailyLimit;

	/** Its limit on the first day. */
	private final int today;

	private final Instant begin;

	private final Duration spacing;

	private final int burst;

	/** Runs of taken slots: the first, and the one after the last. */
	private final NavigableMap<Long, Long> taken = new TreeMap<>();

	private final Map<LocalDate, Integer> texts = new HashMap<>();

	/** The first day with room: all before it are full. */
	private LocalDate firstDay;

	private int ahead;

	private Optional<Instant> lastUsed;

	/**
	 * A number's time from {@code begin} on.
	 * @param dailyLimit texts that it may send on each local day
	 */
	Lane(SendingNumber number, ZoneId zone, ToIntFunction<LocalDate> dailyLimit, Instant begin, Duration spacing,
			int burst) {
		this.number = number;
		this.zone = zone;
		this.dailyLimit = dailyLimit;
		this.begin = begin;
		this.spacing = spacing;
		this.burst = burst;
		this.firstDay = day(begin);
		this.today = dailyLimit.applyAsInt(this.firstDay);
		count(begin, number.sentOn(this.firstDay));
		this.lastUsed = Optional.ofNullable(number.lastUsedAt());
	}

	/** {@code earliest}, or the beginning of the first day with room. */
	Instant notBefore(Instant earliest) {
		var day = this.firstDay.atStartOfDay(this.zone).toInstant();
		return day.isAfter(earliest) ? day : earliest;
	}

	/** The first instant from {@code from} on at which the rate has room. */
	Instant freeFrom(Instant from) {
		return time(freeSlot(slot(from)));
	}

	/** Whether the number may send one text more on the day of {@code at}. */
	boolean hasRoomOn(Instant at) {
		return this.texts.getOrDefault(day(at), 0) < this.dailyLimit.applyAsInt(day(at));
	}

	/** When the day of {@code at} ends. */
	Instant nextDay(Instant at) {
		return day(at).plusDays(1).atStartOfDay(this.zone).toInstant();
	}

	/** Takes the slots of one text from {@code at} on. */
	void take(Instant at, int segments) {
		occupy(at, segments);
		count(at, 1);
		this.lastUsed = Optional.of(at);
	}

	/** Reserves what the number has to send already. */
	void reserve(Backlog.Minute waiting) {
		var from = waiting.minute().isBefore(this.begin) ? this.begin : waiting.minute();
		occupy(from, waiting.segments());
		count(from, waiting.texts());
	}

	/** The number as the choice of one looks at it. */
	Candidate candidate() {
		return new Candidate(this.number.phone(), String.valueOf(this.number.market()),
				this.number.active() && this.today > 0, this.today - this.ahead, this.lastUsed, this.number.poor());
	}

	private long slot(Instant instant) {
		var nanos = Math.max(0, Duration.between(this.begin, instant).toNanos());
		return Math.ceilDiv(nanos, this.spacing.toNanos());
	}

	/** The first few go at once, and their slots pass unused. */
	private Instant time(long slot) {
		return (slot < this.burst) ? this.begin : this.begin.plus(this.spacing.multipliedBy(slot));
	}

	private long freeSlot(long slot) {
		var run = this.taken.floorEntry(slot);
		return (run != null && run.getValue() > slot) ? run.getValue() : slot;
	}

	private void count(Instant at, int texts) {
		this.texts.merge(day(at), texts, Integer::sum);
		this.ahead += texts;
		while (this.today > 0
				&& this.texts.getOrDefault(this.firstDay, 0) >= this.dailyLimit.applyAsInt(this.firstDay)) {
			this.firstDay = this.firstDay.plusDays(1);
		}
	}

	private void occupy(Instant from, int segments) {
		long slot = slot(from);
		for (int segment = 0; segment < segments; segment++) {
			slot = freeSlot(slot);
			occupy(slot);
		}
	}

	private void occupy(long slot) {
		var before = this.taken.floorEntry(slot);
		long first = (before != null && before.getValue() == slot) ? before.getKey() : slot;
		var after = this.taken.remove(slot + 1);
		this.taken.put(first, (after != null) ? after : slot + 1);
	}

	private LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

}

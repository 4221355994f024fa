package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
import rei.sms.jobs.rules.NumberChoice;
import rei.sms.jobs.rules.NumberChoice.Candidate;
import rei.sms.jobs.rules.NumberChoice.Choice;
import rei.sms.jobs.rules.QuietHours;
import rei.sms.jobs.rules.TextingTime.Closed;
import rei.sms.jobs.rules.TextingTime.Never;
import rei.sms.jobs.rules.TextingTime.Open;
import rei.sms.jobs.rules.Whereabouts;

/**
 * When each text may go: within its recipient's hours, at its number's rate and daily
 * limit. What is booked is taken, so a campaign is spread and never released at once
 * (decision 34).
 */
class Timetable {

	/** Beyond this nothing is planned: something else is wrong then. */
	private static final Duration HORIZON = Duration.ofDays(366);

	private final Map<PhoneNumber, Lane> lanes;

	private final QuietHours hours;

	private final Map<Whereabouts, NavigableMap<Instant, Span>> spans = new HashMap<>();

	private final Map<String, List<Lane>> ofMarket;

	Timetable(Map<PhoneNumber, Lane> lanes, QuietHours hours) {
		this.lanes = lanes;
		this.hours = hours;
		this.ofMarket = lanes.values().stream().collect(Collectors.groupingBy((lane) -> lane.candidate().market()));
	}

	/** The number for one text (decision 29). */
	Choice choose(Optional<PhoneNumber> sticky, String market) {
		var lanes = sticky.isPresent() ? sticky.map(this.lanes::get).stream().toList()
				: this.ofMarket.getOrDefault(market, List.of());
		return NumberChoice.choose(sticky, market, candidates(lanes));
	}

	private static List<Candidate> candidates(Collection<Lane> lanes) {
		return lanes.stream().map(Lane::candidate).toList();
	}

	/** Whether we have that number, in use or not. */
	boolean knows(PhoneNumber number) {
		return this.lanes.containsKey(number);
	}

	/** Books a text at the first instant at which it may go; empty when none comes. */
	Optional<Instant> book(PhoneNumber number, Whereabouts recipient, int segments, Instant earliest,
			@Nullable Instant end) {
		var lane = Objects.requireNonNull(this.lanes.get(number));
		var last = (end != null) ? end : earliest.plus(HORIZON);
		var at = lane.notBefore(earliest);
		while (at.isBefore(last)) {
			var next = nextAllowed(lane, recipient, at);
			if (next.equals(at)) {
				lane.take(at, segments);
				return Optional.of(at);
			}
			at = next;
		}
		return Optional.empty();
	}

	/** {@code at} itself when the text may go then, else the instant to look at next. */
	private Instant nextAllowed(Lane lane, Whereabouts recipient, Instant at) {
		var opens = opensFrom(recipient, at);
		if (opens.equals(Instant.MAX)) {
			return opens;
		}
		var free = lane.freeFrom(opens);
		return lane.hasRoomOn(free) ? free : lane.nextDay(free);
	}

	private Instant opensFrom(Whereabouts recipient, Instant at) {
		var known = this.spans.computeIfAbsent(recipient, (key) -> new TreeMap<>());
		var span = known.floorEntry(at);
		if (span == null || !at.isBefore(span.getValue().until())) {
			known.put(at, span(recipient, at));
			span = known.floorEntry(at);
		}
		return span.getValue().open() ? at : span.getValue().until();
	}

	private Span span(Whereabouts recipient, Instant at) {
		return switch (this.hours.at(at, recipient)) {
			case Open open -> new Span(true, open.until());
			case Closed closed -> new Span(false, closed.opens());
			case Never never -> new Span(false, Instant.MAX);
		};
	}

	/** A stretch of time in which a recipient may be texted, or may not. */
	private record Span(boolean open, Instant until) {
	}

}

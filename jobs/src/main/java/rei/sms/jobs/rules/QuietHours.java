package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides when a recipient may be texted: the hours of every state and zone where the
 * recipient may be and the operator's quiet hours must all allow it.
 */
public final class QuietHours {

	private static final Duration HORIZON = Duration.ofDays(400);

	private final StateHours states;

	private final QuietWindow operator;

	public QuietHours(StateHours states, QuietWindow operator) {
		this.states = states;
		this.operator = operator;
	}

	/** The version of the states' table that decides. */
	public String version() {
		return this.states.version();
	}

	/** Whether that recipient may be texted now, and until or from when. */
	public TextingTime at(Instant now, Whereabouts recipient) {
		var clocks = clocks(recipient);
		return clocks.stream()
			.map((clock) -> clock.forbids(now))
			.flatMap(Optional::stream)
			.findFirst()
			.map((cause) -> closed(cause, opening(now, clocks)))
			.orElseGet(() -> open(now, clocks));
	}

	private static TextingTime closed(TextingTime.Cause cause, Optional<Instant> opening) {
		return opening.<TextingTime>map((opens) -> new TextingTime.Closed(cause, opens))
			.orElseGet(() -> new TextingTime.Never(cause));
	}

	private static TextingTime open(Instant now, List<LocalClock> clocks) {
		return clocks.stream()
			.map((clock) -> new TextingTime.Open(clock.closesAfter(now), clock.zone()))
			.min(Comparator.comparing(TextingTime.Open::until))
			.orElseThrow();
	}

	/** Each clock in turn pushes the moment on to its own opening until none objects. */
	private static Optional<Instant> opening(Instant now, List<LocalClock> clocks) {
		var end = now.plus(HORIZON);
		var candidate = now;
		while (candidate.isBefore(end)) {
			var pushed = candidate;
			for (var clock : clocks) {
				pushed = clock.opensFrom(pushed);
			}
			if (pushed.equals(candidate)) {
				return Optional.of(candidate);
			}
			candidate = pushed;
		}
		return Optional.empty();
	}

	private List<LocalClock> clocks(Whereabouts recipient) {
		var clocks = new ArrayList<LocalClock>();
		for (var place : recipient.places()) {
			clocks.addAll(LocalClock.ofPlace(place, this.states));
		}
		for (var place : recipient.places()) {
			place.zones().forEach((zone) -> clocks.add(LocalClock.ofOperator(zone, this.operator)));
		}
		return clocks;
	}

}

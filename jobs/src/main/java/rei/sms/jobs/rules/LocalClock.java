package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import rei.sms.jobs.rules.TextingTime.Cause;
import rei.sms.jobs.rules.TextingTime.Rule;

/** One rule's hours, read on the clock of one zone. */
record LocalClock(ZoneId zone, Function<LocalDate, DayHours> days) {

	/** No rule stays shut for longer, so a longer search is a fault of the table. */
	private static final int LONGEST_SHUT_DAYS = 30;

	private static final ZoneId EASTERN = ZoneId.of("America/New_York");

	static List<LocalClock> ofPlace(Place place, StateHours states) {
		return switch (place) {
			case Place.Known known -> known.zones()
				.stream()
				.map((zone) -> new LocalClock(zone, (date) -> states.on(known.state(), date)))
				.toList();
			case Place.Unknown unknown -> List.of(new LocalClock(EASTERN, states::strictestOn));
		};
	}

	static LocalClock ofOperator(ZoneId zone, QuietWindow operator) {
		var hours = new DayHours(operator.openHours(), Rule.OPERATOR_HOURS, "operator");
		return new LocalClock(zone, (date) -> hours);
	}

	/** What forbids a text at that moment, if anything does. */
	Optional<Cause> forbids(Instant moment) {
		if (opensFrom(moment).equals(moment)) {
			return Optional.empty();
		}
		var today = this.days.apply(dateOf(moment));
		return Optional.of(new Cause(today.rule(), today.toString(), this.zone));
	}

	/** The first moment, from that one on, at which the rule allows a text. */
	Instant opensFrom(Instant moment) {
		var first = dateOf(moment);
		for (int day = 0; day < LONGEST_SHUT_DAYS; day++) {
			var date = first.plusDays(day);
			for (var hours : this.days.apply(date).hours()) {
				if (moment.isBefore(hours.closesOn(date, this.zone))) {
					var opens = hours.opensOn(date, this.zone);
					return opens.isAfter(moment) ? opens : moment;
				}
			}
		}
		throw new IllegalStateException("shut for " + LONGEST_SHUT_DAYS + " days in " + this.zone);
	}

	/** When the hours end in which that moment lies. */
	Instant closesAfter(Instant moment) {
		var date = dateOf(moment);
		return this.days.apply(date)
			.hours()
			.stream()
			.map((hours) -> hours.closesOn(date, this.zone))
			.filter(moment::isBefore)
			.findFirst()
			.orElse(moment);
	}

	private LocalDate dateOf(Instant moment) {
		return moment.atZone(this.zone).toLocalDate();
	}

}

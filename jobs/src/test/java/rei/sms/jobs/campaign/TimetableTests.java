package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.SendingNumber;
import rei.sms.db.outbox.Backlog;
import rei.sms.jobs.rules.Atlas;
import rei.sms.jobs.rules.NumberChoice.Choice;
import rei.sms.jobs.rules.QuietHours;
import rei.sms.jobs.rules.QuietWindow;
import rei.sms.jobs.rules.StateHours;
import rei.sms.jobs.rules.TextingTime;
import rei.sms.jobs.rules.Whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

/** When texts may go: within hours, rates and daily limits, nothing booked twice. */
class TimetableTests {

	private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

	private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

	private static final PhoneNumber OURS = new PhoneNumber("+18325550100");

	private static final Whereabouts HOUSTON = Atlas.standard().of(new PhoneNumber("+17135550101"));

	private static final Whereabouts MIAMI = Atlas.standard().of(new PhoneNumber("+13055550101"));

	private static final Whereabouts LOS_ANGELES = Atlas.standard().of(new PhoneNumber("+12135550101"));

	private static final Duration SPACING = Duration.ofSeconds(3);

	private final QuietHours hours = new QuietHours(StateHours.standard(), QuietWindow.STANDARD);

	@Test
	void firstFewGoAtOnceThenTheRateSpacesThem() {
		var timetable = timetable(lane(750, 5));
		assertThat(book(timetable, HOUSTON, 8, 1)).containsExactly(NOON, NOON, NOON, NOON, NOON, NOON.plusSeconds(15),
				NOON.plusSeconds(18), NOON.plusSeconds(21));
	}

	@Test
	void longTextsTakeTheirSegmentsRoom() {
		assertThat(book(timetable(lane(750, 1)), HOUSTON, 3, 2)).containsExactly(NOON, NOON.plusSeconds(6),
				NOON.plusSeconds(12));
	}

	@Test
	void fullDayGoesOnTheNextMorning() {
		var booked = book(timetable(lane(2, 5)), HOUSTON, 5, 1);
		assertThat(booked.stream().map((at) -> at.atZone(CHICAGO).toLocalDate().getDayOfMonth())).containsExactly(23,
				23, 24, 24, 25);
		assertThat(booked.get(2).atZone(CHICAGO).getHour()).isEqualTo(9);
	}

	@Test
	void whatIsQueuedAlreadyGoesFirst() {
		var lane = lane(10, 1);
		lane.reserve(new Backlog.Minute(OURS, NOON.minusSeconds(60), 3, 3));
		assertThat(book(timetable(lane), HOUSTON, 2, 1)).containsExactly(NOON.plusSeconds(9), NOON.plusSeconds(12));
	}

	@Test
	void earlierZonesFillTheSlotsThatLaterOnesLeave() {
		var early = Instant.parse("2026-11-23T15:00:00Z");
		var timetable = timetable(new Lane(number(), CHICAGO, (day) -> 750, early, SPACING, 1));
		var west = timetable.book(OURS, LOS_ANGELES, 1, early, null).orElseThrow();
		var east = timetable.book(OURS, MIAMI, 1, early, null).orElseThrow();
		assertThat(west).isEqualTo("2026-11-23T17:00:00Z");
		assertThat(east).isEqualTo(early);
	}

	@Test
	void nothingIsBookedPastTheEnd() {
		var timetable = timetable(lane(750, 1));
		var end = NOON.plusSeconds(4);
		assertThat(timetable.book(OURS, HOUSTON, 1, NOON, end)).contains(NOON);
		assertThat(timetable.book(OURS, HOUSTON, 1, NOON, end)).contains(NOON.plusSeconds(3));
		assertThat(timetable.book(OURS, HOUSTON, 1, NOON, end)).isEmpty();
	}

	@Test
	void numberWithoutALimitLeftForAnyDayIsNoChoice() {
		assertThat(timetable(lane(0, 1)).choose(Optional.empty(), Story.HOUSTON)).isInstanceOf(Choice.Hold.class);
	}

	@Property(tries = 200)
	void noBookingBreaksHoursRateOrDay(@ForAll @Size(min = 1, max = 120) List<@IntRange(max = 2) Integer> recipients,
			@ForAll @IntRange(min = 1, max = 3) int segments, @ForAll @IntRange(max = 40_000) int minutes,
			@ForAll @IntRange(min = 1, max = 60) int dailyLimit) {
		var begin = NOON.plus(Duration.ofMinutes(minutes));
		var lane = new Lane(number(), CHICAGO, (day) -> dailyLimit, begin, SPACING, 5);
		var timetable = timetable(lane);
		var perDay = new HashMap<LocalDate, Integer>();
		var all = new ArrayList<Instant>();
		for (int which : recipients) {
			var where = List.of(HOUSTON, MIAMI, LOS_ANGELES).get(which);
			var at = timetable.book(OURS, where, segments, begin, null).orElseThrow();
			assertThat(this.hours.at(at, where)).isInstanceOf(TextingTime.Open.class);
			assertThat(perDay.merge(LocalDate.ofInstant(at, CHICAGO), 1, Integer::sum)).isLessThanOrEqualTo(dailyLimit);
			all.add(at);
		}
		all.sort(null);
		for (var first : all) {
			var within = all.stream().filter((at) -> !at.isBefore(first) && at.isBefore(first.plusSeconds(60))).count();
			assertThat(within * segments).isLessThanOrEqualTo(20 + segments);
		}
	}

	private List<Instant> book(Timetable timetable, Whereabouts where, int texts, int segments) {
		var booked = new ArrayList<Instant>();
		for (int text = 0; text < texts; text++) {
			booked.add(timetable.book(OURS, where, segments, NOON, null).orElseThrow());
		}
		return booked;
	}

	private Timetable timetable(Lane lane) {
		return new Timetable(Map.of(OURS, lane), this.hours);
	}

	private static Lane lane(int dailyLimit, int burst) {
		return new Lane(number(), CHICAGO, (day) -> dailyLimit, NOON, SPACING, burst);
	}

	private static SendingNumber number() {
		return new SendingNumber(OURS, Story.HOUSTON, true, null, null, 0, null, null, false);
	}

}

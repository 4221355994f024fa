package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Hours of one local day: a moment lies in it if {@code open <= t < close}.
 *
 * @param open the first hour, 0 to 23
 * @param close the hour at which it ends, 1 to 24
 */
public record HourRange(int open, int close) {

	public HourRange {
		if (open < 0 || open >= close || close > 24) {
			throw new IllegalArgumentException("not hours of one day: " + open + " to " + close);
		}
	}

	static HourRange parse(String open, String close) {
		return new HourRange(Integer.parseInt(open), Integer.parseInt(close));
	}

	Instant opensOn(LocalDate date, ZoneId zone) {
		return at(date, this.open, zone);
	}

	Instant closesOn(LocalDate date, ZoneId zone) {
		return at(date, this.close, zone);
	}

	private static Instant at(LocalDate date, int hour, ZoneId zone) {
		return date.atStartOfDay().plusHours(hour).atZone(zone).toInstant();
	}

	@Override
	public String toString() {
		return "%02d-%02d".formatted(this.open, this.close);
	}

}

package rei.sms.jobs.quota;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;

/**
 * One of our numbers and the local day that its counters stand for.
 *
 * @param zone the zone whose midnight ends the number's day
 */
record OwnNumber(PhoneNumber phone, ZoneId zone, @Nullable LocalDate counted) implements Keyed {

	/** Whether the counters stand for an earlier day than {@code today}. */
	boolean isBehind(LocalDate today) {
		return this.counted == null || this.counted.isBefore(today);
	}

	@Override
	public String key() {
		return this.phone.e164();
	}

}

package rei.sms.jobs.quota;

import java.time.LocalDate;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;

/** The local day that is to begin for one of our numbers. */
record NumberDay(PhoneNumber number, LocalDate day) implements Keyed {

	@Override
	public String key() {
		return this.number.e164();
	}

}

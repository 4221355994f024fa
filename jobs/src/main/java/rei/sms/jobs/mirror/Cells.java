package rei.sms.jobs.mirror;

import java.util.Optional;

import rei.sms.db.message.Labelled;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.Reading;

/**
 * Reads cells that people fill in freely; what can't be understood is noted and left out.
 */
final class Cells {

	private Cells() {
	}

	static <E extends Enum<E> & Labelled> Optional<E> word(Reading reading, Field field, Class<E> words,
			CellFaults faults) {
		var word = reading.word(field, words);
		if (word.isEmpty()) {
			reading.text(field).ifPresent((text) -> faults.unknown(reading, field, text));
		}
		return word;
	}

	static Optional<PhoneNumber> phone(Reading reading, Field field, CellFaults faults) {
		var text = reading.text(field);
		var phone = text.flatMap(PhoneNumber::tryParse);
		if (phone.isEmpty()) {
			text.ifPresent((value) -> faults.unknown(reading, field, value));
		}
		return phone;
	}

}

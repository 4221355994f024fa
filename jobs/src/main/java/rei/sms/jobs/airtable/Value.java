package rei.sms.jobs.airtable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a cell shall hold, in our words. */
sealed interface Value {

	/** Nothing. */
	record Clear() implements Value {
	}

	/** Some text. */
	record Text(String text) implements Value {
	}

	/** A word of a vocabulary, with its spellings. */
	record Word(List<String> spellings) implements Value {
	}

	/** A count or an amount. */
	record Amount(Number number) implements Value {
	}

	/** A point in time. */
	record Moment(Instant time) implements Value {
	}

	/** A calendar day. */
	record Day(LocalDate date) implements Value {
	}

	/** Yes or no. */
	record Flag(boolean set) implements Value {
	}

	/** Other records. */
	record Links(List<RecordId> ids) implements Value {
	}

}

package rei.sms.db.message;

import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * A phone number in E.164 form; numbers without a country code are read as of the United
 * States.
 */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {

	private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

	/** As the provider writes nearly all of them: nothing is left to find out. */
	private static final Pattern AMERICAN = Pattern.compile("\\+1[2-9]\\d{9}");

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	public PhoneNumber {
		if (!E164.matcher(e164).matches()) {
			throw new IllegalArgumentException("not an E.164 number: " + masked(e164));
		}
	}

	/**
	 * Reads a number as people and vendors write it.
	 * @throws IllegalArgumentException if no phone number can be read
	 */
	public static PhoneNumber parse(String text) {
		return tryParse(text)
			.orElseThrow(() -> new IllegalArgumentException("not a phone number: " + masked(text.strip())));
	}

	/** Reads a number, or answers empty when there is none to read. */
	public static Optional<PhoneNumber> tryParse(String text) {
		return AMERICAN.matcher(text).matches() ? Optional.of(new PhoneNumber(text)) : tryReading(text);
	}

	private static Optional<PhoneNumber> tryReading(String text) {
		try {
			var number = NUMBERS.parse(text.strip(), "US");
			return NUMBERS.isPossibleNumber(number)
					? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164))) : Optional.empty();
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

	/** The number with all but its last four digits hidden, for log lines. */
	public String masked() {
		return masked(this.e164);
	}

	private static String masked(String text) {
		var shown = Math.max(0, text.length() - 4);
		return "*".repeat(Math.min(shown, 12)) + text.substring(shown);
	}

	@Override
	public int compareTo(PhoneNumber other) {
		return this.e164.compareTo(other.e164);
	}

	@Override
	public String toString() {
		return this.e164;
	}

}

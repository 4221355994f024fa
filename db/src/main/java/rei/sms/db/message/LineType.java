package rei.sms.db.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** What kind of line a phone number is, as far as the numbering plan tells. */
public enum LineType {

	/** A mobile phone. */
	MOBILE(true),
	/** A line in a house. */
	LANDLINE(false),
	/** Either: North American numbers do not tell. */
	MOBILE_OR_LANDLINE(true),
	/** A line over the internet. */
	VOIP(true),
	/** A number that its owner pays for. */
	TOLL_FREE(false),
	/** A number that its caller pays dearly for. */
	PREMIUM(false),
	/** Any other number in use. */
	OTHER(true),
	/** No number that the plan gives out. */
	INVALID(false);

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private final boolean text;

	LineType(boolean text) {
		this.text = text;
	}

	/** Whether a seller could get a text there. */
	public boolean takesTexts() {
		return this.text;
	}

	/** The kind of line that a number is. */
	public static LineType of(PhoneNumber phone) {
		try {
			var number = NUMBERS.parse(phone.e164(), "US");
			return NUMBERS.isValidNumber(number) ? of(NUMBERS.getNumberType(number)) : INVALID;
		}
		catch (NumberParseException ex) {
			return INVALID;
		}
	}

	private static LineType of(PhoneNumberUtil.PhoneNumberType type) {
		return switch (type) {
			case MOBILE -> MOBILE;
			case FIXED_LINE -> LANDLINE;
			case FIXED_LINE_OR_MOBILE -> MOBILE_OR_LANDLINE;
			case VOIP -> VOIP;
			case TOLL_FREE -> TOLL_FREE;
			case PREMIUM_RATE, SHARED_COST -> PREMIUM;
			case PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL, UNKNOWN -> OTHER;
		};
	}

}

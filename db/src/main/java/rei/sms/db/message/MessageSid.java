package rei.sms.db.message;

/**
 * The provider's id of one message; base64-like, so percent-encode it in paths and quote
 * it in formulas.
 */
public record MessageSid(String value) {

	/** At most this many characters: longer ones are refused as malformed. */
	public static final int MAX_LENGTH = 200;

	public MessageSid {
		if (value.isBlank() || value.length() > MAX_LENGTH) {
			throw new IllegalArgumentException("MessageSid must have 1 to " + MAX_LENGTH + " characters");
		}
	}

	/**
	 * Reads a SID as it came over the wire: a raw {@code +} of a form body may have
	 * arrived as a space.
	 */
	public static MessageSid parse(String text) {
		return new MessageSid(text.strip().replace(' ', '+'));
	}

	@Override
	public String toString() {
		return this.value;
	}

}

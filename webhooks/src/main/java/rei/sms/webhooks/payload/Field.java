package rei.sms.webhooks.payload;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a webhook may be told, with the names that senders use for it, the best first
 * (decision 14).
 */
public enum Field {

	MESSAGE_SID("MessageSid", "SmsSid", "SmsMessageSid", "TextGridId", "MessageId", "SmsId", "sid", "id"),
	FROM("From", "sender", "source", "from_number"), TO("To", "recipient", "destination", "to_number"),
	BODY("Body", "message", "text", "content"),
	MESSAGE_STATUS("MessageStatus", "SmsStatus", "delivery_status", "status"),
	ERROR_CODE("ErrorCode", "ErrorMessage", "error", "reason"),
	CAMPAIGN("Campaign ID", "Campaign Record ID", "Campaign"),
	TEMPLATE("Template ID", "Template Record ID", "Template"), PROCESSED_BY("Processed By"), STAGE("Stage"),
	/** Our own id, which comes back in the callback's address. */
	REF("ref");

	private final String label;

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> keys;

	Field(String label, String... aliases) {
		this.label = label;
		this.keys = Stream.concat(Stream.of(label), Stream.of(aliases)).map(Field::key).toList();
	}

	/** The name in problem documents. */
	public String label() {
		return this.label;
	}

	List<String> keys() {
		return this.keys;
	}

	/** Whether a name, as it is looked up, is one of this field's. */
	boolean isNamed(String key) {
		return this.keys.contains(key);
	}

	/** A name as it is looked up: case, {@code _}, {@code -} and spaces do not count. */
	static String key(String name) {
		var key = new StringBuilder(name.length());
		for (var at = 0; at < name.length(); at++) {
			var letter = name.charAt(at);
			if (letter != '_' && letter != '-' && letter != ' ') {
				key.append(letter);
			}
		}
		return key.toString().toLowerCase(Locale.ROOT);
	}

}

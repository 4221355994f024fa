package rei.sms.config.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import rei.sms.config.roles.House;

/** What the provider tells the webhooks. */
final class Texts {

	private Texts() {
	}

	/** A SID as the provider makes them: it has to be escaped everywhere. */
	static String sid() {
		return "SM/" + UUID.randomUUID() + "+==";
	}

	static Map<String, String> from(String seller, String body) {
		return fields("MessageSid", sid(), "From", seller, "To", House.OURS, "Body", body);
	}

	static Map<String, String> to(String seller, String body) {
		return fields("MessageSid", sid(), "From", House.OURS, "To", seller, "Body", body);
	}

	static Map<String, String> receipt(String sid, String seller, String word) {
		return fields("MessageSid", sid, "From", House.OURS, "To", seller, "MessageStatus", word);
	}

	static Map<String, String> with(Map<String, String> fields, String name, String value) {
		var changed = new HashMap<>(fields);
		changed.put(name, value);
		return changed;
	}

	static Map<String, String> without(Map<String, String> fields, String name) {
		var changed = new HashMap<>(fields);
		changed.remove(name);
		return changed;
	}

	private static Map<String, String> fields(String... namesAndValues) {
		var fields = new HashMap<String, String>();
		for (int at = 0; at < namesAndValues.length; at += 2) {
			fields.put(namesAndValues[at], namesAndValues[at + 1]);
		}
		return fields;
	}

}

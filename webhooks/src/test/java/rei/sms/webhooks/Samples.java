package rei.sms.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the provider says when all is well; every call is about another seller and
 * message.
 */
final class Samples {

	static final String OURS = "+18325550100";

	private static final AtomicInteger SELLERS = new AtomicInteger(2_000_000);

	private Samples() {
	}

	static String seller() {
		return "+1713" + SELLERS.incrementAndGet();
	}

	static String sid() {
		return "Sm/" + UUID.randomUUID() + "+==";
	}

	static Map<String, String> inbound(String body) {
		return fields("MessageSid", sid(), "From", seller(), "To", OURS, "Body", body);
	}

	static Map<String, String> outbound() {
		return fields("MessageSid", sid(), "From", OURS, "To", seller(), "Body", "Hi, is this still your house?");
	}

	static Map<String, String> delivery(String status) {
		return fields("MessageSid", sid(), "From", OURS, "To", seller(), "MessageStatus", status);
	}

	/** A good request of the webhook at {@code path}. */
	static Map<String, String> good(String path) {
		return switch (path) {
			case "/inbound" -> inbound("how much?");
			case "/outbound" -> outbound();
			default -> delivery("delivered");
		};
	}

	/** The table that the webhook at {@code path} stages in. */
	static String table(String path) {
		return switch (path) {
			case "/inbound" -> "inbound";
			case "/outbound" -> "outbound_echo";
			default -> "receipt";
		};
	}

	static Map<String, String> with(Map<String, String> fields, String name, String value) {
		var changed = new LinkedHashMap<>(fields);
		changed.put(name, value);
		return changed;
	}

	static Map<String, String> without(Map<String, String> fields, String name) {
		var changed = new LinkedHashMap<>(fields);
		changed.remove(name);
		return changed;
	}

	private static Map<String, String> fields(String... namesAndValues) {
		var fields = new LinkedHashMap<String, String>();
		for (var at = 0; at < namesAndValues.length; at += 2) {
			fields.put(namesAndValues[at], namesAndValues[at + 1]);
		}
		return fields;
	}

}

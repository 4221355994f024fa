package rei.sms.sandbox.textgrid;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import rei.sms.sandbox.http.Parameters;

/**
 * Takes a text for delivery, or refuses it as TextGrid does.
 */
final class Submission {

	private static final int LONGEST_BODY = 1600;

	private static final String NORTH_AMERICAN = "\\+1[2-9]\\d{2}[2-9]\\d{6}";

	private static final String ABROAD = "\\+[2-9]\\d{7,14}";

	private final Clock clock;

	private final Messages messages;

	private final Transit transit;

	private final Set<String> numbers = ConcurrentHashMap.newKeySet();

	private final Map<String, Outcome> phones = new ConcurrentHashMap<>();

	Submission(TextGridOptions options, Messages messages, Transit transit) {
		this.clock = options.clock();
		this.messages = messages;
		this.transit = transit;
		this.numbers.addAll(options.numbers());
	}

	/** The numbers the account owns. */
	Set<String> numbers() {
		return this.numbers;
	}

	/** What becomes of texts, by phone. */
	Map<String, Outcome> phones() {
		return this.phones;
	}

	Text take(Parameters form, Instant begun) {
		String to = value(form, "To");
		String from = value(form, "From");
		String body = value(form, "Body");
		Outcome outcome = this.phones.getOrDefault(to, Outcome.DELIVERED);
		checkPair(to, from);
		checkBody(body, form.first("MediaUrl") != null);
		if (outcome.isAtOnce()) {
			throw new TextGridError(outcome);
		}
		var text = new Text(Sids.fresh(), from, to, body, begun, this.clock.instant(), "queued", 0,
				form.first("StatusCallback"));
		this.messages.add(text);
		this.transit.start(text, outcome);
		return text;
	}

	private void checkPair(String to, String from) {
		if (to.matches(ABROAD)) {
			throw new TextGridError(400, 21408, "Permission to send to this region has not been enabled");
		}
		if (!to.matches(NORTH_AMERICAN)) {
			throw new TextGridError(Outcome.INVALID);
		}
		if (!this.numbers.isEmpty() && !this.numbers.contains(from)) {
			throw new TextGridError(400, 0, "'From' number not found");
		}
		if (this.messages.isBlocked(new Messages.Pair(from, to))) {
			throw new TextGridError(Outcome.OPTED_OUT_LATER);
		}
	}

	private static void checkBody(String body, boolean media) {
		if (body.isBlank() && !media) {
			throw new TextGridError(400, 21602, "Message body is required.");
		}
		if (body.length() > LONGEST_BODY) {
			throw new TextGridError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
		}
	}

	private static String value(Parameters form, String name) {
		return Objects.requireNonNullElse(form.first(name), "");
	}

}

package rei.sms.sandbox.textgrid;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Parameters;
import rei.sms.sandbox.http.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of TextGrid's API: send, look up one, list.
 */
final class TextGridRoutes {

	private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

	private static final String SUFFIX = ".json";

	private final TextGridOptions options;

	private final Messages messages;

	private final Submission submission;

	private final Counter counter;

	private final Random gaps;

	TextGridRoutes(TextGridOptions options, Messages messages, Submission submission) {
		this.options = options;
		this.messages = messages;
		this.submission = submission;
		this.counter = new Counter(options.requestsPerSecond());
		this.gaps = new Random(options.carrier().seed());
	}

	Answer answer(Request request) {
		try {
			return route(request);
		}
		catch (TextGridError ex) {
			return ex.answer();
		}
	}

	private Answer route(Request request) {
		if (!isAuthorized(request.header("authorization"))) {
			throw new TextGridError(401, 20003, "Authenticate");
		}
		List<String> path = request.path();
		boolean known = path.size() >= 4 && path.get(0).equals("2010-04-01") && path.get(1).equals("Accounts")
				&& path.get(2).equals(this.options.accountSid());
		if (known && path.size() == 4 && path.get(3).equals("Messages.json")) {
			return request.method().equals("POST") ? send(request) : list(request.query());
		}
		if (known && path.size() == 5 && path.get(3).equals("Messages") && path.get(4).endsWith(SUFFIX)) {
			return one(path.get(4).substring(0, path.get(4).length() - SUFFIX.length()));
		}
		throw notFound(request.rawPath());
	}

	boolean isAuthorized(@Nullable String header) {
		String credentials = this.options.accountSid() + ":" + this.options.authToken();
		String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
		return ("Bearer " + encoded).equals(header) || ("Basic " + encoded).equals(header);
	}

	private Answer send(Request request) {
		if (!this.counter.admits(request.arrival().nanos())) {
			return new TextGridError(429, 20429, "Too Many Requests").answer().with("Retry-After", "1");
		}
		return Answer.json(201, describe(this.submission.take(request.form(), request.arrival().at()))).about(1);
	}

	private Answer one(String sid) {
		Text text = this.messages.text(sid);
		if (text == null) {
			throw notFound("/Messages/" + sid + SUFFIX);
		}
		return Answer.json(200, describe(text)).about(1);
	}

	private Answer list(Parameters query) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("messages");
		int most = Integer.parseInt(Objects.requireNonNullElse(query.first("PageSize"), "50"));
		this.messages.texts()
			.reversed()
			.stream()
			.filter((text) -> matches(text, query))
			.filter((_) -> this.gaps.nextDouble() >= this.options.lookUpGaps())
			.limit(most)
			.forEach((text) -> list.add(describe(text)));
		return Answer.json(200, answer).about(list.size());
	}

	private static boolean matches(Text text, Parameters query) {
		String day = LocalDate.ofInstant(text.accepted(), ZoneOffset.UTC).toString();
		return isOrAny(query.first("To"), text.to()) && isOrAny(query.first("From"), text.from())
				&& isOrAny(query.first("DateSent"), day);
	}

	private static boolean isOrAny(@Nullable String wanted, String value) {
		return wanted == null || wanted.equals(value);
	}

	private ObjectNode describe(Text text) {
		ObjectNode node = Json.object();
		node.put("sid", text.sid()).put("account_sid", this.options.accountSid());
		node.put("from", text.from()).put("to", text.to()).put("body", text.body());
		node.put("status", text.status()).put("direction", "outbound-api");
		node.put("date_created", RFC_2822.format(text.accepted()));
		node.put("num_segments", String.valueOf(Segments.of(text.body())));
		if (text.errorCode() != 0) {
			node.put("error_code", text.errorCode());
		}
		else {
			node.putNull("error_code");
		}
		return node.putNull("error_message");
	}

	private static TextGridError notFound(String what) {
		return new TextGridError(404, 20404, "The requested resource " + what + " was not found");
	}

}

package rei.sms.jobs.textgrid;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;

/** Reads the provider's message documents in each spelling that was seen. */
final class MessageReader {

	private MessageReader() {
	}

	static Optional<ProviderMessage> message(JsonNode document) {
		return sid(document).map((sid) -> new ProviderMessage(sid,
				text(document, "status").flatMap(MessageReader::status), errorCode(document),
				text(document, "to").orElse(""), text(document, "from").orElse(""), text(document, "body").orElse(""),
				text(document, "date_created", "dateCreated", "date_sent").flatMap(MessageReader::instant)));
	}

	static Optional<MessageSid> sid(JsonNode document) {
		return text(document, "sid", "messageSid", "id").filter((sid) -> sid.length() <= MessageSid.MAX_LENGTH)
			.map(MessageSid::new);
	}

	static Optional<String> errorCode(JsonNode document) {
		return text(document, "error_code", "errorCode").filter((code) -> !code.equals("0"));
	}

	static Optional<String> text(JsonNode document, String... names) {
		return Stream.of(names)
			.map(document::path)
			.filter((value) -> value.isString() || value.isNumber())
			.map(JsonNode::asString)
			.filter((value) -> !value.isBlank())
			.findFirst();
	}

	/** Decision 13. */
	static Optional<DeliveryStatus> status(String word) {
		return Optional.ofNullable(switch (word.strip().toLowerCase(Locale.ROOT)) {
			case "queued", "accepted", "pending", "enroute", "submitted" -> DeliveryStatus.QUEUED;
			case "sent", "sending" -> DeliveryStatus.SENT;
			case "delivered", "success", "delivrd" -> DeliveryStatus.DELIVERED;
			case "failed", "canceled" -> DeliveryStatus.FAILED;
			case "undelivered", "rejected", "blocked", "expired", "error" -> DeliveryStatus.UNDELIVERED;
			case "optout", "opt-out", "opt out" -> DeliveryStatus.OPT_OUT;
			default -> null;
		});
	}

	private static Optional<Instant> instant(String text) {
		return parsed(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
			.or(() -> parsed(text, DateTimeFormatter.ISO_DATE_TIME));
	}

	private static Optional<Instant> parsed(String text, DateTimeFormatter format) {
		try {
			return Optional.of(ZonedDateTime.parse(text, format).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}

package rei.sms.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.webhooks.payload.Field;
import rei.sms.webhooks.payload.Payload;
import rei.sms.webhooks.payload.Refusal;

/** Makes a seller's text of what the provider says about it. */
@Component
class InboundTexts {

	private static final Duration SLOT = Duration.ofMinutes(5);

	private final Clock clock;

	private final ChannelRequests requests;

	InboundTexts(Clock clock, ChannelRequests requests) {
		this.clock = clock;
		this.requests = requests;
	}

	InboundMessage read(Payload payload) {
		var now = this.clock.instant();
		var from = payload.phone(Field.FROM);
		var to = payload.find(Field.TO).flatMap(PhoneNumber::tryParse).orElse(null);
		var body = body(payload);
		var sid = payload.sid().orElseGet(() -> derived(from, to, body, now));
		return new InboundMessage(sid, UUID.randomUUID(), from, to, body, this.requests.read(body), now);
	}

	/** A picture without words is told by its links (decision 15). */
	private static String body(Payload payload) {
		return payload.find(Field.BODY).orElseGet(() -> {
			if (payload.media().isEmpty()) {
				throw Refusal.of(Field.BODY, "is missing");
			}
			return String.join("\n", payload.media());
		});
	}

	/**
	 * The key of a text that came without one: the same text within five minutes is a
	 * repeat.
	 */
	private static MessageSid derived(PhoneNumber from, @Nullable PhoneNumber to, String body, Instant now) {
		var slot = now.getEpochSecond() / SLOT.toSeconds();
		var text = String.join("\n", from.e164(), (to != null) ? to.e164() : "", Long.toString(slot), body);
		return new MessageSid("text-" + hash(text));
	}

	private static String hash(String text) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package rei.sms.webhooks;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.inbox.DeliveryReceipt;
import rei.sms.webhooks.payload.Field;
import rei.sms.webhooks.payload.Payload;
import rei.sms.webhooks.payload.Refusal;

/** Makes a receipt of what the provider says about a message's way. */
@Component
class DeliveryReceipts {

	/** A word is part of a key; the longest that providers use has a dozen letters. */
	private static final int LONGEST_WORD = 64;

	private final Clock clock;

	DeliveryReceipts(Clock clock) {
		this.clock = clock;
	}

	DeliveryReceipt read(Payload payload) {
		var sid = payload.sid().orElseThrow(() -> Refusal.of(Field.MESSAGE_SID, "is missing"));
		var word = word(payload.require(Field.MESSAGE_STATUS));
		return new DeliveryReceipt(sid, word, DeliveryWords.read(word), ref(payload.orNull(Field.REF)),
				payload.phone(Field.TO), payload.phone(Field.FROM), error(payload), this.clock.instant());
	}

	private static String word(String said) {
		var word = said.strip().toLowerCase(Locale.ROOT);
		if (word.length() > LONGEST_WORD) {
			throw Refusal.of(Field.MESSAGE_STATUS, "is too long");
		}
		return word;
	}

	private static @Nullable UUID ref(@Nullable String said) {
		try {
			return (said != null) ? UUID.fromString(said.strip()) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Some senders write 0 for "no error". */
	private static @Nullable String error(Payload payload) {
		return payload.find(Field.ERROR_CODE).map(String::strip).filter((code) -> !code.equals("0")).orElse(null);
	}

}

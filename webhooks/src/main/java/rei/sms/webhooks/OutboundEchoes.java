package rei.sms.webhooks;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.message.Labelled;
import rei.sms.webhooks.payload.Field;
import rei.sms.webhooks.payload.Payload;
import rei.sms.webhooks.payload.Refusal;

/** Makes an echo of what we are told was sent. */
@Component
class OutboundEchoes {

	private final Clock clock;

	OutboundEchoes(Clock clock) {
		this.clock = clock;
	}

	OutboundEcho read(Payload payload) {
		var from = payload.phone(Field.FROM);
		var to = payload.phone(Field.TO);
		var body = payload.require(Field.BODY);
		var sid = payload.sid().orElseThrow(() -> Refusal.of(Field.MESSAGE_SID, "is missing"));
		return new OutboundEcho(sid, UUID.randomUUID(), to, from, body, payload.orNull(Field.CAMPAIGN),
				payload.orNull(Field.TEMPLATE), word(ProcessedBy.values(), payload.orNull(Field.PROCESSED_BY)),
				word(Stage.values(), payload.orNull(Field.STAGE)), this.clock.instant());
	}

	/** A word we do not know says nothing. */
	private static <E extends Enum<E> & Labelled> @Nullable E word(E[] words, @Nullable String said) {
		return (said != null) ? Arrays.stream(words)
			.filter((word) -> word.label().equalsIgnoreCase(said.strip()) || word.name().equalsIgnoreCase(said.strip()))
			.findFirst()
			.orElse(null) : null;
	}

}

package rei.sms.webhooks.payload;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;

/** What one request says: its texts by name, and the links of its media. */
public final class Payload {

	private final Map<String, String> texts;

	private final List<String> media;

	Payload(Map<String, String> texts, List<String> media) {
		this.texts = texts;
		this.media = media;
	}

	/** What is said under the best name of the field; never blank. */
	public Optional<String> find(Field field) {
		return field.keys().stream().map(this.texts::get).filter(Objects::nonNull).findFirst();
	}

	/** What is said, or null. */
	public @Nullable String orNull(Field field) {
		return find(field).orElse(null);
	}

	/**
	 * What is said.
	 * @throws Refusal if nothing is
	 */
	public String require(Field field) {
		return find(field).orElseThrow(() -> Refusal.of(field, "is missing"));
	}

	/**
	 * The phone number that is said.
	 * @throws Refusal if there is none
	 */
	public PhoneNumber phone(Field field) {
		return PhoneNumber.tryParse(require(field)).orElseThrow(() -> Refusal.of(field, "is not a phone number"));
	}

	/**
	 * The message's id, if one is said; blanks, and the plus signs that a form makes of
	 * them, say none.
	 * @throws Refusal if it is no id
	 */
	public Optional<MessageSid> sid() {
		return find(Field.MESSAGE_SID).filter((text) -> !text.replace('+', ' ').isBlank()).map(Payload::sid);
	}

	/** The links of the media, in their order. */
	public List<String> media() {
		return this.media;
	}

	private static MessageSid sid(String text) {
		try {
			return MessageSid.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.of(Field.MESSAGE_SID, "is too long");
		}
	}

}

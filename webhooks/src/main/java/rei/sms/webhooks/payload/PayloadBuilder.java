package rei.sms.webhooks.payload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gathers what a request says; of several values under one name the first that is not
 * blank counts.
 */
final class PayloadBuilder {

	private static final Pattern MEDIA = Pattern.compile("media(urls?)?\\d*");

	private final Map<String, String> texts = new HashMap<>();

	private final List<String> media = new ArrayList<>();

	/**
	 * @param key the name as {@link Field#key} writes it
	 */
	void put(String key, String value) {
		var text = storable(value);
		if (saysNothing(text)) {
			return;
		}
		if (key.startsWith("media") && MEDIA.matcher(key).matches()) {
			this.media.add(text.strip());
		}
		this.texts.putIfAbsent(key, text);
	}

	/** Blanks of every kind, and signs that show nothing. */
	private static boolean saysNothing(String text) {
		return text.codePoints()
			.allMatch((c) -> Character.isWhitespace(c) || Character.isSpaceChar(c)
					|| Character.getType(c) == Character.FORMAT);
	}

	Payload build() {
		return new Payload(this.texts, List.copyOf(this.media));
	}

	/**
	 * PostgreSQL takes no NUL and UTF-8 knows no lone surrogate: neither may cost us the
	 * message.
	 */
	private static String storable(String value) {
		return isStorable(value) ? value : mend(value);
	}

	private static boolean isStorable(String value) {
		for (int at = 0; at < value.length(); at++) {
			if (value.charAt(at) == 0 || Character.isSurrogate(value.charAt(at))) {
				return false;
			}
		}
		return true;
	}

	private static String mend(String value) {
		var mended = new StringBuilder(value.length());
		value.codePoints()
			.filter((c) -> c != 0)
			.map((c) -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
			.forEach(mended::appendCodePoint);
		return mended.toString();
	}

}

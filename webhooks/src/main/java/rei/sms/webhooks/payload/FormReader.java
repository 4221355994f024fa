package rei.sms.webhooks.payload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * Reads {@code name=value&name=value}. A raw {@code +} is a space, but not in an id and
 * not before a phone number: senders forget to encode it there.
 */
final class FormReader {

	private FormReader() {
	}

	static void read(String form, Charset charset, PayloadBuilder into) {
		for (var pair : form.split("&")) {
			var equals = pair.indexOf('=');
			if (equals > 0) {
				var key = Field.key(decode(pair.substring(0, equals), charset));
				into.put(key, decode(mendPlus(key, pair.substring(equals + 1)), charset));
			}
		}
	}

	private static String mendPlus(String key, String value) {
		if (value.indexOf('+') < 0) {
			return value;
		}
		if (Field.MESSAGE_SID.isNamed(key)) {
			return value.replace("+", "%2B");
		}
		var phone = Field.FROM.isNamed(key) || Field.TO.isNamed(key);
		return (phone && value.startsWith("+")) ? "%2B" + value.substring(1) : value;
	}

	private static String decode(String text, Charset charset) {
		if (text.indexOf('%') < 0) {
			return text.replace('+', ' ');
		}
		var bytes = new ByteArrayOutputStream(text.length());
		var raw = text.getBytes(charset);
		for (var at = 0; at < raw.length; at++) {
			switch (raw[at]) {
				case '+' -> bytes.write(' ');
				case '%' -> bytes.write(16 * digit(raw, ++at) + digit(raw, ++at));
				default -> bytes.write(raw[at]);
			}
		}
		return Decoding.strictly(bytes.toByteArray(), charset);
	}

	private static int digit(byte[] raw, int at) {
		var digit = (at < raw.length) ? Character.digit(raw[at], 16) : -1;
		if (digit < 0) {
			throw Refusal.malformed("The form has a broken percent-encoding");
		}
		return digit;
	}

}

package rei.sms.webhooks.payload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads a request's body and query as one payload; the body's word counts first. */
public final class Payloads {

	/** No message of the provider comes near it. */
	static final int LARGEST_BODY = 64 * 1024;

	/** Most are read in one go into no more room than this. */
	private static final int USUAL_BODY = 1024;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private Payloads() {
	}

	/**
	 * The bytes of a body.
	 * @throws Refusal if there are too many, or they break off
	 */
	public static byte[] bytes(InputStream body) {
		try {
			var bytes = body.readNBytes(USUAL_BODY);
			return (bytes.length < USUAL_BODY) ? bytes : withRest(bytes, body);
		}
		catch (IOException ex) {
			throw Refusal.malformed("The body breaks off");
		}
	}

	private static byte[] withRest(byte[] begun, InputStream body) throws IOException {
		var rest = body.readNBytes(LARGEST_BODY + 1 - begun.length);
		if (begun.length + rest.length > LARGEST_BODY) {
			throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 64 KiB");
		}
		var bytes = Arrays.copyOf(begun, begun.length + rest.length);
		System.arraycopy(rest, 0, bytes, begun.length, rest.length);
		return bytes;
	}

	/**
	 * What a body and a query say.
	 * @throws Refusal if they cannot be read
	 */
	public static Payload read(byte[] body, @Nullable String contentType, @Nullable String query) {
		var type = ContentType.of(contentType);
		var payload = new PayloadBuilder();
		readBody(unmarked(Decoding.strictly(body, type.charset())).strip(), type, payload);
		if (query != null) {
			FormReader.read(query, StandardCharsets.UTF_8, payload);
		}
		return payload.build();
	}

	private static void readBody(String body, ContentType type, PayloadBuilder into) {
		if (body.startsWith("{") || (type.json() && !body.isEmpty())) {
			JsonReader.read(body, into);
		}
		else {
			FormReader.read(body, type.charset(), into);
		}
	}

	private static String unmarked(String text) {
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

}

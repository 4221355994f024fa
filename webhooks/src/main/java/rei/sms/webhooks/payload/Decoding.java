package rei.sms.webhooks.payload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Bytes to text, or a refusal: a text that nobody wrote is worse than none. */
final class Decoding {

	private Decoding() {
	}

	static String strictly(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw Refusal.malformed("The body is not valid " + charset.name());
		}
	}

}

package rei.sms.sandbox.textgrid;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * SIDs as TextGrid gives them: base64 with every letter that has to be encoded in paths.
 */
final class Sids {

	private static final byte[] AWKWARD = { (byte) 0xfb, (byte) 0xff };

	private Sids() {
	}

	static String fresh() {
		byte[] bytes = new byte[16];
		ThreadLocalRandom.current().nextBytes(bytes);
		System.arraycopy(AWKWARD, 0, bytes, 0, AWKWARD.length);
		return Base64.getEncoder().encodeToString(bytes);
	}

}

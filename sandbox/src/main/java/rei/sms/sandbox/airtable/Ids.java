package rei.sms.sandbox.airtable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;

/**
 * Ids as Airtable gives them: a prefix of three letters and fourteen letters or digits.
 */
final class Ids {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private Ids() {
	}

	/** An id that nothing else has. */
	static String fresh(String prefix) {
		return prefix + letters((_) -> ThreadLocalRandom.current().nextInt(ALPHABET.length()));
	}

	/**
	 * The same id for the same name, so that ids of tables and fields outlive a restart.
	 */
	static String of(String prefix, String name) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return prefix + letters((i) -> (digest[i] & 0xff) % ALPHABET.length());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String letters(IntUnaryOperator draw) {
		var letters = new StringBuilder(14);
		for (int i = 0; i < 14; i++) {
			letters.append(ALPHABET.charAt(draw.applyAsInt(i)));
		}
		return letters.toString();
	}

}

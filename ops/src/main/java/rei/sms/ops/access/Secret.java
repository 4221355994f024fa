package rei.sms.ops.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Everything that is derived from the password: another password ends every session and
 * makes every form out of date.
 */
final class Secret {

	private static final String ALGORITHM = "HmacSHA256";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKeySpec key;

	private final String password;

	Secret(String password) {
		this.key = new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), ALGORITHM);
		this.password = derived("password", password);
	}

	/** A visitor's new token, which only the visitor's cookie holds. */
	static String newToken() {
		var bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** Takes the same time whatever is wrong. */
	boolean isPassword(String word) {
		return isSame(this.password, derived("password", word));
	}

	/** What a visitor's forms must carry. */
	String form(String token) {
		return derived("form", token);
	}

	boolean isForm(String token, String shown) {
		return isSame(form(token), shown);
	}

	/** What a visitor's session is known by. */
	String session(String token) {
		return derived("session", token);
	}

	private static boolean isSame(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private String derived(String purpose, String text) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal((purpose + " " + text).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package rei.sms.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;

/** A shared secret: compared in constant time, opening nothing when it is not set. */
final class Token {

	private static final MessageDigest SHA256 = sha256();

	private final boolean set;

	private final byte[] hash;

	Token(String value) {
		this.set = !value.isBlank();
		this.hash = hash(value);
	}

	boolean isAmong(Collection<String> shown) {
		var found = false;
		for (var token : shown) {
			found |= MessageDigest.isEqual(this.hash, hash(token));
		}
		return this.set && found;
	}

	private static byte[] hash(String value) {
		return newDigest().digest(value.getBytes(StandardCharsets.UTF_8));
	}

	/** Far cheaper than to ask for one by its name. */
	private static MessageDigest newDigest() {
		try {
			return (MessageDigest) SHA256.clone();
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Token[" + (this.set ? "set" : "not set") + "]";
	}

}

package rei.sms.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import rei.sms.webhooks.payload.Refusal;

/**
 * The provider's signature of a request: proof that it knows the secret and that nobody
 * changed the address or the body on the way.
 */
final class Signature {

	static final String HEADER = "X-TextGrid-Signature";

	private static final String ALGORITHM = "HmacSHA1";

	private final String secret;

	private final String publicUrl;

	Signature(String secret, String publicUrl) {
		this.secret = secret;
		this.publicUrl = publicUrl.replaceFirst("/+$", "");
	}

	/**
	 * Checks what the provider sent; without a secret everything passes.
	 * @throws Refusal if the signature is wrong or absent
	 */
	void verify(String address, byte[] body, @Nullable String given) {
		if (!this.secret.isEmpty() && !matches(of(address, body), given)) {
			throw new Refusal(HttpStatus.UNAUTHORIZED, HEADER + " is wrong or absent");
		}
	}

	/**
	 * The signature of a request to us; empty without a secret.
	 * @param address path and query, as they were sent
	 */
	String of(String address, byte[] body) {
		if (this.secret.isEmpty()) {
			return "";
		}
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			mac.update((this.publicUrl + address).getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean matches(String expected, @Nullable String given) {
		return given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				given.strip().getBytes(StandardCharsets.UTF_8));
	}

}

package rei.sms.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** Airtable's signature of what its webhooks say: proof that it knows the secret. */
final class ContentMac {

	static final String HEADER = "X-Airtable-Content-MAC";

	private static final String ALGORITHM = "HmacSHA256";

	private final String secret;

	/** With the secret that Airtable gave, in base64. */
	ContentMac(String secret) {
		this.secret = secret;
	}

	boolean verifies(byte[] body, @Nullable String given) {
		return given != null && !this.secret.isEmpty() && MessageDigest
			.isEqual(of(body).getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
	}

	private String of(byte[] body) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(this.secret), ALGORITHM));
			return "hmac-sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

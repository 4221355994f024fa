package rei.sms.jobs.mirror;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import rei.sms.jobs.airtable.AirtableRecord;

/** Tells whether a record is as it was. */
final class Digest {

	private Digest() {
	}

	static String of(AirtableRecord record) {
		var cells = new TreeMap<>(record.cells()).toString();
		try {
			var sha = MessageDigest.getInstance("SHA-256").digest(cells.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(sha, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

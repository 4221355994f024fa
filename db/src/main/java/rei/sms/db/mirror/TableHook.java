package rei.sms.db.mirror;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A webhook that tells when somebody changes a table.
 *
 * @param id Airtable's id of it
 * @param secret what its pings are signed with, in base64
 * @param url where it pings
 * @param watched the table and the fields that it watches
 * @param cursor from where its changes are to be read
 * @param expires when it ends unless it is refreshed, in the engine's time
 * @param read when its changes were read last, in the database's time
 */
public record TableHook(String table, String base, String id, String secret, String url, String watched, long cursor,
		Instant expires, @Nullable Instant read) {

	@Override
	public String toString() {
		return "TableHook[" + this.table + "]";
	}

}

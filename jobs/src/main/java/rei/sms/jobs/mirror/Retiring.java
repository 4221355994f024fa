package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;

import rei.sms.jobs.Keyed;
import rei.sms.jobs.airtable.RecordId;

/** A Conversation that leaves Airtable. */
record Retiring(String key, RecordId record) implements Keyed {

	static Retiring read(ResultSet rs) throws SQLException {
		return new Retiring(rs.getString("id"), new RecordId(rs.getString("airtable_id")));
	}

}

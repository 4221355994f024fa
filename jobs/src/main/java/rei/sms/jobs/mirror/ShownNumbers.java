package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.NumberField;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/**
 * Our numbers: the counters are the engine's, everything else people's (decision 7).
 */
@Component
class ShownNumbers implements ShownTable {

	private final SendingProperties sending;

	ShownNumbers(SendingProperties sending) {
		this.sending = sending;
	}

	@Override
	public Mirrored mirrored() {
		return Mirrored.NUMBER;
	}

	@Override
	public Table table() {
		return Table.NUMBERS;
	}

	@Override
	public Field mergeOn() {
		return NumberField.PHONE;
	}

	@Override
	public boolean isRecreated() {
		return false;
	}

	@Override
	public String sql() {
		return "SELECT t.*, t.phone AS key FROM number t";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		cells.number(NumberField.SENT_TODAY, rs.getInt("sent_today"))
			.number(NumberField.DELIVERED_TODAY, rs.getInt("delivered_today"))
			.number(NumberField.FAILED_TODAY, rs.getInt("failed_today"))
			.number(NumberField.OPTOUT_TODAY, rs.getInt("opt_out_today"))
			.number(NumberField.SENT_TOTAL, rs.getLong("sent_total"))
			.number(NumberField.DELIVERED_TOTAL, rs.getLong("delivered_total"))
			.number(NumberField.FAILED_TOTAL, rs.getLong("failed_total"))
			.number(NumberField.OPTOUT_TOTAL, rs.getLong("opt_out_total"))
			.number(NumberField.REMAINING, remaining(rs))
			.time(NumberField.LAST_USED, Sql.instantOrNull(rs, "last_used_at"));
	}

	private int remaining(ResultSet rs) throws SQLException {
		var own = rs.getObject("daily_limit", Integer.class);
		var limit = (own != null) ? own : this.sending.dailyLimit();
		return Math.max(0, limit - rs.getInt("sent_today"));
	}

}

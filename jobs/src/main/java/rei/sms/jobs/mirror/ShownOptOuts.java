package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.mirror.Mirrored;
import rei.sms.db.suppression.SuppressionSource;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.OptOutField;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/** Who asked not to be texted; all of it the engine's. */
@Component
class ShownOptOuts implements ShownTable {

	@Override
	public Mirrored mirrored() {
		return Mirrored.OPT_OUT;
	}

	@Override
	public Table table() {
		return Table.OPT_OUTS;
	}

	@Override
	public Field mergeOn() {
		return OptOutField.PHONE;
	}

	@Override
	public String sql() {
		return "SELECT t.*, t.phone AS key FROM suppression t";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		cells.text(OptOutField.PHONE, rs.getString("phone"))
			.word(OptOutField.SOURCE, Sql.word(rs, "source", SuppressionSource.class))
			.text(OptOutField.ORIGINAL_MESSAGE, rs.getString("original_message"))
			.time(OptOutField.OPT_OUT_DATE, Sql.instant(rs, "since"));
	}

}

package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.ProspectStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.ProspectField;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/**
 * Owners: where they stand and what was counted is the engine's; who they are is
 * people's, except of those whom the engine met first.
 */
@Component
class ShownProspects implements ShownTable {

	@Override
	public Mirrored mirrored() {
		return Mirrored.PROSPECT;
	}

	@Override
	public Table table() {
		return Table.PROSPECTS;
	}

	@Override
	public Field mergeOn() {
		return ProspectField.PHONE_1;
	}

	@Override
	public String sql() {
		return "SELECT t.*, t.id::text AS key FROM prospect t";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		cells.word(ProspectField.STATUS, Sql.word(rs, "status", ProspectStatus.class))
			.word(ProspectField.STAGE, Sql.wordOrNull(rs, "stage", Stage.class))
			.text(ProspectField.TEXTGRID_PHONE, rs.getString("our_number"))
			.number(ProspectField.REPLY_COUNT, rs.getInt("reply_count"))
			.number(ProspectField.SEND_COUNT, rs.getInt("send_count"))
			.time(ProspectField.LAST_ACTIVITY, Sql.instantOrNull(rs, "last_activity"));
		if (rs.getBoolean("opt_out") || changed.contains("opt_out")) {
			cells.flag(ProspectField.OPT_OUT, rs.getBoolean("opt_out"));
		}
	}

	@Override
	public void fillFirst(Row cells, ResultSet rs, boolean untried) throws SQLException {
		known(cells, ProspectField.NAME, rs.getString("name"));
		known(cells, ProspectField.OWNER_FIRST_NAME, rs.getString("first_name"));
		known(cells, ProspectField.OWNER_LAST_NAME, rs.getString("last_name"));
		known(cells, ProspectField.PHONE_2, rs.getString("phone2"));
		known(cells, ProspectField.PROPERTY_ADDRESS, rs.getString("address"));
		known(cells, ProspectField.PROPERTY_CITY, rs.getString("city"));
		known(cells, ProspectField.PROPERTY_STATE, rs.getString("state"));
		known(cells, ProspectField.PROPERTY_ZIP, rs.getString("zip"));
		known(cells, ProspectField.MARKET, rs.getString("market"));
		known(cells, ProspectField.SOURCE_LIST, rs.getString("source_list"));
	}

	/** What we don't know is left alone: the record may turn out to be there already. */
	private static void known(Row cells, Field field, @Nullable String text) {
		if (text != null) {
			cells.text(field, text);
		}
	}

}

package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

import rei.sms.db.Sql;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.RowWrite;

/**
 * A row in the state in which Airtable is to show it.
 *
 * @param version the version that Airtable shows once this is written
 * @param record the record that shows it, once that is known
 */
record ShownRow(String key, long version, Optional<RecordId> record, Row cells) {

	/**
	 * Reads a row of {@code table}; {@code untried} names those that Airtable was never
	 * asked to create.
	 */
	static ShownRow read(ResultSet rs, ShownTable table, Set<String> untried) throws SQLException {
		var record = Optional.ofNullable(rs.getString("airtable_id")).map(RecordId::new);
		var key = rs.getString("key");
		var cells = new Row();
		table.fill(cells, rs, Set.copyOf(Sql.words(rs, "mirror_cells")));
		if (record.isEmpty()) {
			table.fillFirst(cells, rs, untried.contains(key));
			cells.text(table.mergeOn(), rs.getString("mirror_key"));
		}
		return new ShownRow(key, version(rs, table, record.isPresent()), record, cells);
	}

	/**
	 * A first write under a key that is outdated leaves the row to be written once more.
	 */
	private static long version(ResultSet rs, ShownTable table, boolean known) throws SQLException {
		return rs.getLong("version") - ((known || table.isKeyCurrent(rs)) ? 0 : 1);
	}

	RowWrite write() {
		return new RowWrite(this.record, this.cells);
	}

}

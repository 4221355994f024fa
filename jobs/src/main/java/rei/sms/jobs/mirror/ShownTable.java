package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/** One table as Airtable shows it: who wins per field is decided here. */
interface ShownTable {

	/** Our table. */
	Mirrored mirrored();

	/** The one that shows it. */
	Table table();

	/** The field by which a first write is matched. */
	Field mergeOn();

	/**
	 * Selects what is shown of the rows named in {@code :keys} that Airtable has not
	 * seen.
	 */
	String sql();

	/**
	 * Fills the cells that every write brings up to date.
	 * @param changed cells that people may edit too, where the engine changed them
	 */
	void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException;

	/** Adds what only a new record gets. */
	default void fillFirst(Row cells, ResultSet rs, boolean untried) throws SQLException {
	}

	/** Whether the value under which a row is first written is the one it is to show. */
	default boolean isKeyCurrent(ResultSet rs) throws SQLException {
		return true;
	}

	/** Whether a record that was deleted in Airtable is written anew. */
	default boolean isRecreated() {
		return true;
	}

	/**
	 * The latest state of those of the rows that Airtable has not seen and whose links
	 * can be shown.
	 */
	default List<ShownRow> latest(JdbcClient jdbc, Collection<String> keys, Set<String> untried) {
		return jdbc.sql(mirrored().onlyReady(sql()))
			.param("keys", keys.toArray(String[]::new))
			.query((rs, _) -> ShownRow.read(rs, this, untried))
			.list();
	}

	/** The record that a column names. */
	static @Nullable RecordId record(ResultSet rs, String column) throws SQLException {
		var id = rs.getString(column);
		return (id != null) ? new RecordId(id) : null;
	}

}

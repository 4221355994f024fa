package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
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

	/** Selects what is shown of the rows, the table itself as {@code t}. */
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
		var rows = sql() + mirrored().sql(" WHERE t.{key} = ANY (:keys::{type}[]) AND t.version > t.mirrored_version");
		return jdbc.sql(mirrored().onlyReady(rows))
			.param("keys", keys.toArray(String[]::new))
			.query((rs, _) -> ShownRow.read(rs, this, untried))
			.list();
	}

	/**
	 * What these records should show, of rows that we wrote, all of which Airtable had
	 * seen by {@code asked}, a time of the database.
	 */
	default List<ShownRow> seen(JdbcClient jdbc, Collection<String> records, Instant asked) {
		return jdbc.sql(sql() + """
				 WHERE t.airtable_id = ANY (:records) AND t.version = t.mirrored_version
					AND coalesce(t.mirrored_at, '-infinity') < :asked
					AND (:ours OR t.version > 1 OR t.mirrored_at IS NOT NULL)
				""")
			.param("records", records.toArray(String[]::new))
			.param("asked", Sql.at(asked))
			.param("ours", mirrored().isOurs())
			.query((rs, _) -> ShownRow.read(rs, this, Set.of()))
			.list();
	}

	/** The record that a column names. */
	static @Nullable RecordId record(ResultSet rs, String column) throws SQLException {
		var id = rs.getString(column);
		return (id != null) ? new RecordId(id) : null;
	}

}

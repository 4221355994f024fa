package rei.sms.jobs;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;

/** Rows for a test to begin with, and a look at what a job made of them. */
public final class TestRows {

	private static final String KEPT = "'flyway_schema_history'";

	private final JdbcClient jdbc;

	private final Clock clock;

	TestRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Empties every table but Flyway's and Spring Batch's. */
	public void clear() {
		var tables = this.jdbc.sql(
				"SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ("
						+ KEPT + ") AND tablename NOT LIKE 'batch_%'")
			.query(String.class)
			.single();
		this.jdbc.sql("TRUNCATE " + tables + " CASCADE").update();
	}

	/**
	 * Inserts a row of the values that matter; {@code created_at} and an {@code id} are
	 * filled in where the table has them.
	 * @return the row's {@code id}, or a random one where the table has none
	 */
	public UUID insert(String table, Map<String, ?> values) {
		var id = (values.get("id") instanceof UUID given) ? given : UUID.randomUUID();
		var all = new LinkedHashMap<String, Object>(values);
		if (hasColumn(table, "id", "uuid")) {
			all.put("id", id);
		}
		if (hasColumn(table, "created_at", "timestamp with time zone")) {
			all.putIfAbsent("created_at", Sql.at(this.clock.instant()));
		}
		var columns = String.join(", ", all.keySet());
		var marks = String.join(", ", all.keySet().stream().map((column) -> ":" + column).toList());
		this.jdbc.sql("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")").params(all).update();
		return id;
	}

	/**
	 * How many rows {@code from} selects, such as {@code outbox WHERE state = 'QUEUED'}.
	 */
	public int count(String from) {
		return this.jdbc.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
	}

	/** The one value that {@code sql} selects, as text. */
	public String text(String sql) {
		return this.jdbc.sql(sql).query((rs, row) -> String.valueOf(rs.getString(1))).single();
	}

	/**
	 * Lets writes of a table fail, as when the server runs out of room, where
	 * {@code when} holds of the row.
	 */
	public void failWrites(String table, String when) {
		this.jdbc.sql("""
				CREATE OR REPLACE FUNCTION fail_write() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
					RAISE EXCEPTION 'no room' USING ERRCODE = '53200';
				END $$
				""").update();
		this.jdbc
			.sql("CREATE TRIGGER fail_write BEFORE INSERT OR UPDATE ON " + table + " FOR EACH ROW WHEN (" + when
					+ ") EXECUTE FUNCTION fail_write()")
			.update();
	}

	/** Lets writes of a table go through again. */
	public void mend(String table) {
		this.jdbc.sql("DROP TRIGGER fail_write ON " + table).update();
	}

	private boolean hasColumn(String table, String column, String type) {
		return this.jdbc.sql(
				"SELECT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = :table AND column_name = :column AND data_type = :type)")
			.param("table", table)
			.param("column", column)
			.param("type", type)
			.query(Boolean.class)
			.single();
	}

}

package rei.sms.db.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** The webhooks that tell when somebody changes a table in Airtable. */
@Repository
public class TableHooks {

	private final JdbcClient jdbc;

	TableHooks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The webhook of a table. */
	public Optional<TableHook> find(String table) {
		return this.jdbc.sql("SELECT * FROM table_hook WHERE base_table = :table")
			.param("table", table)
			.query((rs, _) -> hook(rs))
			.optional();
	}

	/** Keeps the webhook of a table that was just made, in place of an older one. */
	public void keep(TableHook hook, Instant now) {
		this.jdbc.sql("""
				INSERT INTO table_hook (base_table, base_id, hook, secret, url, watched, cursor, expires_at,
					checked_at)
				VALUES (:table, :base, :id, :secret, :url, :watched, :cursor, :expires, :now)
				ON CONFLICT (base_table) DO UPDATE SET base_id = excluded.base_id, hook = excluded.hook,
					secret = excluded.secret, url = excluded.url, watched = excluded.watched, cursor = excluded.cursor,
					expires_at = excluded.expires_at, checked_at = excluded.checked_at, pinged_at = NULL,
					read_at = NULL
				""")
			.param("table", hook.table())
			.param("base", hook.base())
			.param("id", hook.id())
			.param("secret", hook.secret())
			.param("url", hook.url())
			.param("watched", hook.watched())
			.param("cursor", hook.cursor())
			.param("expires", Sql.at(hook.expires()))
			.param("now", Sql.at(now))
			.update();
	}

	/** Notes until when a webhook was refreshed. */
	public void refreshed(String table, Instant expires) {
		this.jdbc.sql("UPDATE table_hook SET expires_at = :expires WHERE base_table = :table")
			.param("expires", Sql.at(expires))
			.param("table", table)
			.update();
	}

	/**
	 * Whether it is time to ask Airtable if a webhook still pings; if so, the next time
	 * comes no sooner than after {@code interval}.
	 */
	public boolean takeCheck(String table, Duration interval, Instant now) {
		return this.jdbc.sql("""
				UPDATE table_hook SET checked_at = :now
				WHERE base_table = :table AND coalesce(checked_at, '-infinity') <= :before
				""")
			.param("now", Sql.at(now))
			.param("table", table)
			.param("before", Sql.at(now.minus(interval)))
			.update() == 1;
	}

	/** Forgets the webhook of a table: it is gone. */
	public void forget(String table) {
		this.jdbc.sql("DELETE FROM table_hook WHERE base_table = :table").param("table", table).update();
	}

	/** Notes that Airtable says something changed, and wakes a worker. */
	public void pinged(String table) {
		this.jdbc.sql("UPDATE table_hook SET pinged_at = clock_timestamp() WHERE base_table = :table")
			.param("table", table)
			.update();
		this.jdbc.sql("SELECT pg_notify('work', 'table_hook')").query().listOfRows();
	}

	/** Webhooks that collected what was not read. */
	public List<TableHook> unread() {
		return this.jdbc.sql("""
				SELECT * FROM table_hook WHERE pinged_at > coalesce(read_at, '-infinity') ORDER BY base_table
				""").query((rs, _) -> hook(rs)).list();
	}

	/** Notes how far a webhook was read, as of {@code begun}, the database's time. */
	public void read(String table, long cursor, Instant begun) {
		this.jdbc.sql("UPDATE table_hook SET cursor = :cursor, read_at = :begun WHERE base_table = :table")
			.param("cursor", cursor)
			.param("begun", Sql.at(begun))
			.param("table", table)
			.update();
	}

	private static TableHook hook(ResultSet rs) throws SQLException {
		return new TableHook(rs.getString("base_table"), rs.getString("base_id"), rs.getString("hook"),
				rs.getString("secret"), rs.getString("url"), rs.getString("watched"), rs.getLong("cursor"),
				Sql.instant(rs, "expires_at"), Sql.instantOrNull(rs, "read_at"));
	}

}

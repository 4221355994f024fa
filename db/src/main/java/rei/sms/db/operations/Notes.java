package rei.sms.db.operations;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/**
 * Small facts that the engine keeps about itself between runs: cursors, the sandbox's
 * clock.
 */
@Repository
public class Notes {

	private final JdbcClient jdbc;

	Notes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a fact. */
	public void put(String key, String value, Instant now) {
		this.jdbc.sql("""
				INSERT INTO note (key, value, updated) VALUES (:key, :value, :now)
				ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated = excluded.updated
				""").param("key", key).param("value", value).param("now", Sql.at(now)).update();
	}

	/** A fact kept earlier. */
	public Optional<String> find(String key) {
		return this.jdbc.sql("SELECT value FROM note WHERE key = :key")
			.param("key", key)
			.query(String.class)
			.optional();
	}

}

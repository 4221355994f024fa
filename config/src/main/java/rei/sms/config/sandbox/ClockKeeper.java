package rei.sms.config.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;

import rei.sms.config.settings.DatabaseUrl;

/**
 * Sees to it that all processes of a trial have one clock. The first of them sets it and
 * keeps it in the database; those that come while it lives take it over.
 */
final class ClockKeeper implements AutoCloseable {

	private static final int LOCK = 0x5a4db0c5;

	private final Connection connection;

	private final JdbcClient jdbc;

	private ClockKeeper(Connection connection) {
		this.connection = connection;
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}

	static ClockKeeper on(DatabaseUrl database) throws SQLException {
		Flyway.configure()
			.dataSource(database.jdbc(), database.username(), database.password())
			.outOfOrder(true)
			.load()
			.migrate();
		return new ClockKeeper(DriverManager.getConnection(database.jdbc(), database.username(), database.password()));
	}

	SandboxClock clock(@Nullable Instant asked) {
		if (!isFirst()) {
			return new SandboxClock(last().orElseThrow().offset());
		}
		var offset = StartingTime.offset(Clock.systemUTC().instant(), asked, last());
		keep(offset, asked);
		shareLock();
		return new SandboxClock(offset);
	}

	/**
	 * Whoever gets the lock alone is the first; whoever does not, waits until it is set.
	 */
	private boolean isFirst() {
		boolean alone = this.jdbc.sql("SELECT pg_try_advisory_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
		if (!alone) {
			this.jdbc.sql("SELECT pg_advisory_lock_shared(:lock)").param("lock", LOCK).query().singleRow();
		}
		return alone;
	}

	private void shareLock() {
		this.jdbc.sql("SELECT pg_advisory_lock_shared(:lock)").param("lock", LOCK).query().singleRow();
		this.jdbc.sql("SELECT pg_advisory_unlock(:lock)").param("lock", LOCK).query().singleRow();
	}

	private Optional<StartingTime.Before> last() {
		return this.jdbc.sql("SELECT value FROM note WHERE key = 'sandbox-clock'")
			.query(String.class)
			.optional()
			.map((value) -> value.split(" "))
			.map((words) -> new StartingTime.Before(Duration.parse(words[0]),
					(words.length > 1) ? Instant.parse(words[1]) : null));
	}

	private void keep(Duration offset, @Nullable Instant asked) {
		this.jdbc.sql("""
				INSERT INTO note (key, value, updated) VALUES ('sandbox-clock', :value, now())
				ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated = excluded.updated
				""").param("value", offset + ((asked != null) ? " " + asked : "")).update();
	}

	@Override
	public void close() {
		JdbcUtils.closeConnection(this.connection);
	}

}

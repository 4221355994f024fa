package rei.sms.jobs.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from Postgres that something landed. Whoever hears nothing looks by itself all
 * the same.
 */
class WorkNotices {

	private static final Logger log = LoggerFactory.getLogger(WorkNotices.class);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final DataSource db;

	WorkNotices(DataSource db) {
		this.db = db;
	}

	/**
	 * Calls {@code heard} at every notice until it is no longer {@code wanted}; a lost
	 * connection is taken up again.
	 */
	void listen(BooleanSupplier wanted, Runnable heard) {
		while (wanted.getAsBoolean()) {
			try (var connection = this.db.getConnection()) {
				listen(connection, wanted, heard);
			}
			catch (SQLException ex) {
				log.warn("notices of new work are not heard: {}", ex.getSQLState());
				pause();
			}
		}
	}

	private static void listen(Connection connection, BooleanSupplier wanted, Runnable heard) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("LISTEN work");
		}
		var postgres = connection.unwrap(PGConnection.class);
		while (wanted.getAsBoolean()) {
			var notices = postgres.getNotifications((int) PATIENCE.toMillis());
			if (notices != null && notices.length > 0) {
				heard.run();
			}
		}
		try (var statement = connection.createStatement()) {
			statement.execute("UNLISTEN work");
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

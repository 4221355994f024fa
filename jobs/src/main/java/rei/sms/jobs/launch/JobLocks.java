package rei.sms.jobs.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * One run of a job at a time, across all processes: the lock lives as long as its
 * connection, so a killed process lets go of it by itself.
 */
@Component
class JobLocks {

	private final DataSource db;

	JobLocks(DataSource db) {
		this.db = db;
	}

	/** Takes the job's lock, or answers empty when somebody holds it. */
	Optional<Lock> tryLock(String job) {
		Connection connection = null;
		try {
			connection = this.db.getConnection();
			if (answer(connection, "SELECT pg_try_advisory_lock(hashtext('job'), hashtext(?))", job)) {
				return Optional.of(new Lock(connection, job));
			}
			JdbcUtils.closeConnection(connection);
			return Optional.empty();
		}
		catch (SQLException ex) {
			JdbcUtils.closeConnection(connection);
			throw new IllegalStateException("the lock of " + job + " could not be asked for", ex);
		}
	}

	private static boolean answer(Connection connection, String sql, String job) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			statement.setString(1, job);
			try (var rs = statement.executeQuery()) {
				return rs.next() && rs.getBoolean(1);
			}
		}
	}

	/** A job's lock while it is held. */
	static final class Lock implements AutoCloseable {

		private final Connection connection;

		private final String job;

		private Lock(Connection connection, String job) {
			this.connection = connection;
			this.job = job;
		}

		@Override
		public void close() {
			try {
				answer(this.connection, "SELECT pg_advisory_unlock(hashtext('job'), hashtext(?))", this.job);
			}
			catch (SQLException ex) {
				JdbcUtils.closeConnection(this.connection);
				return;
			}
			JdbcUtils.closeConnection(this.connection);
		}

	}

}

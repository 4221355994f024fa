package rei.sms.config.doctor;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;

import rei.sms.config.settings.DatabaseUrl;

/** Whether the database answers and has the engine's tables. */
public final class DatabaseExamination {

	private static final String AREA = "database";

	private static final int OLDEST = 14;

	private DatabaseExamination() {
	}

	/** Looks at the database; changes nothing. */
	public static Finding of(DatabaseUrl database) {
		try (var connection = DriverManager.getConnection(database.jdbc(), database.username(), database.password())) {
			var about = connection.getMetaData();
			if (about.getDatabaseMajorVersion() < OLDEST) {
				return Finding.broken(AREA, "PostgreSQL " + about.getDatabaseProductVersion() + " is too old",
						"Use PostgreSQL " + OLDEST + " or later");
			}
			return tables(database, "PostgreSQL " + about.getDatabaseProductVersion());
		}
		catch (SQLException ex) {
			return Finding.broken(AREA, String.valueOf(ex.getMessage()), "Check DATABASE_URL and that the server runs");
		}
	}

	private static Finding tables(DatabaseUrl database, String server) {
		var flyway = Flyway.configure()
			.dataSource(database.jdbc(), database.username(), database.password())
			.ignoreMigrationPatterns("*:pending", "*:future")
			.outOfOrder(true)
			.load();
		if (!flyway.validateWithResult().validationSuccessful) {
			return Finding.broken(AREA, "its tables were made by another version of the engine",
					"Run the version that made them, or give this one a database of its own");
		}
		int pending = flyway.info().pending().length;
		return Finding.fine(AREA, server
				+ ((pending == 0) ? ", tables up to date" : ", " + pending + " migrations to make at the next start"));
	}

}

package rei.sms.sandbox.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Uses the kept database of a directory in a process of its own until it is killed, or
 * told to go by its input's end.
 */
final class KeptInAnotherProcess {

	private KeptInAnotherProcess() {
	}

	public static void main(String[] args) throws SQLException, IOException {
		try (var database = EmbeddedDatabase.kept(Path.of(args[0]))) {
			try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres")) {
				connection.createStatement().execute("CREATE TABLE IF NOT EXISTS note (text text)");
				connection.createStatement().execute("INSERT INTO note VALUES ('kept')");
			}
			System.out.println(database.jdbcUrl());
			while (System.in.read() >= 0) {
				Thread.onSpinWait();
			}
		}
	}

	static Process start(Path directory) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), KeptInAnotherProcess.class.getName(), directory.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

}

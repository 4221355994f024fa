package rei.sms.sandbox.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseTests {

	@Test
	void temporaryAnswersQueries() throws SQLException {
		try (var database = EmbeddedDatabase.temporary()) {
			assertThat(ask(database, "SELECT version()")).startsWith("PostgreSQL 17");
		}
	}

	@Test
	void keptOutlivesItsProcessesHoweverTheyEnd(@TempDir Path directory) throws Exception {
		Process killed = KeptInAnotherProcess.start(directory);
		String url = firstLine(killed);
		assertThat(killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();

		Process polite = KeptInAnotherProcess.start(directory);
		assertThat(firstLine(polite)).isEqualTo(url);
		try (var database = EmbeddedDatabase.kept(directory)) {
			assertThat(database.jdbcUrl()).isEqualTo(url);
			polite.outputWriter().close();
			assertThat(polite.waitFor(30, TimeUnit.SECONDS)).isTrue();
			assertThat(ask(database, "SELECT count(*) FROM note")).isEqualTo("2");
		}
		assertThat(PostmasterFile.read(directory.resolve("postgres"))).isEmpty();

		try (var database = EmbeddedDatabase.kept(directory); var same = EmbeddedDatabase.kept(directory)) {
			assertThat(same.jdbcUrl()).isEqualTo(database.jdbcUrl());
			assertThat(ask(database, "SELECT count(*) FROM note")).isEqualTo("2");
		}
	}

	private static String firstLine(Process process) throws Exception {
		return CompletableFuture.supplyAsync(() -> process.inputReader().lines().findFirst().orElseThrow())
			.get(1, TimeUnit.MINUTES);
	}

	private static String ask(EmbeddedDatabase database, String query) throws SQLException {
		try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
				var result = connection.createStatement().executeQuery(query)) {
			assertThat(result.next()).isTrue();
			return result.getString(1);
		}
	}

}

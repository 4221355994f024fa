package rei.sms.sandbox.database;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedDatabaseTests {

	@Test
	void temporaryAnswersQueries() throws SQLException {
		try (var database = EmbeddedDatabase.temporary();
				var connection = DriverManager.getConnection(database.jdbcUrl(), database.username(),
						database.password());
				var result = connection.createStatement().executeQuery("SELECT version()")) {
			assertThat(result.next()).isTrue();
			assertThat(result.getString(1)).startsWith("PostgreSQL 17");
		}
	}

}

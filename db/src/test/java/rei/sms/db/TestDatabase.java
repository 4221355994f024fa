package rei.sms.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for tests: one server a JVM, migrated once, and a fresh copy of the
 * migrated database for whoever asks.
 */
public final class TestDatabase {

	private static final AtomicInteger COPIES = new AtomicInteger();

	private TestDatabase() {
	}

	/** A fresh, migrated, empty database. */
	public static DataSource fresh() {
		var source = new PGSimpleDataSource();
		source.setUrl(freshUrl());
		source.setUser("postgres");
		source.setPassword("postgres");
		return source;
	}

	/**
	 * The JDBC address of a fresh, migrated, empty database; user and password are
	 * {@code postgres}.
	 */
	public static String freshUrl() {
		var name = "test_" + COPIES.incrementAndGet();
		synchronized (TestDatabase.class) {
			JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
				.sql("CREATE DATABASE " + name + " TEMPLATE migrated")
				.update();
		}
		return Server.POSTGRES.getJdbcUrl("postgres", name);
	}

	private static final class Server {

		private static final EmbeddedPostgres POSTGRES = start();

		private static EmbeddedPostgres start() {
			try {
				var postgres = EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("synchronous_commit", "off")
					.setServerConfig("full_page_writes", "off")
					.setServerConfig("max_connections", "300")
					.start();
				try (var connection = postgres.getPostgresDatabase().getConnection();
						var statement = connection.createStatement()) {
					statement.execute("CREATE DATABASE migrated");
				}
				Flyway.configure().dataSource(postgres.getDatabase("postgres", "migrated")).load().migrate();
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}

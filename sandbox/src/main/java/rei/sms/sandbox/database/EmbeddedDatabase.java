package rei.sms.sandbox.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL of this process; user and password are {@code postgres}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final Map<String, String> FORGETFUL = Map.of("fsync", "off", "synchronous_commit", "off",
			"full_page_writes", "off", "max_connections", "300");

	private final EmbeddedPostgres postgres;

	private EmbeddedDatabase(EmbeddedPostgres postgres) {
		this.postgres = postgres;
	}

	/**
	 * One for tests: fast, empty, gone afterwards.
	 */
	public static EmbeddedDatabase temporary() {
		try {
			var builder = EmbeddedPostgres.builder();
			FORGETFUL.forEach(builder::setServerConfig);
			return new EmbeddedDatabase(builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String jdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:" + this.postgres.getPort() + "/postgres";
	}

	public String username() {
		return "postgres";
	}

	public String password() {
		return "postgres";
	}

	@Override
	public void close() {
		try {
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

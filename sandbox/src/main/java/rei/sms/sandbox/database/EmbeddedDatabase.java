package rei.sms.sandbox.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL from a jar; user and password are {@code postgres}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final Map<String, String> FORGETFUL = Map.of("fsync", "off", "synchronous_commit", "off",
			"full_page_writes", "off", "max_connections", "300");

	private final int port;

	private final Closing closing;

	private EmbeddedDatabase(int port, Closing closing) {
		this.port = port;
		this.closing = closing;
	}

	/**
	 * One for tests: fast, empty, gone afterwards.
	 */
	public static EmbeddedDatabase temporary() {
		return wrapped(() -> {
			var builder = EmbeddedPostgres.builder();
			FORGETFUL.forEach(builder::setServerConfig);
			var postgres = builder.start();
			return new EmbeddedDatabase(postgres.getPort(), postgres::close);
		});
	}

	/**
	 * One that keeps its tables in this directory. All processes that name the same
	 * directory share one server, which stops when the last of them closes it.
	 */
	public static EmbeddedDatabase kept(Path directory) {
		return wrapped(() -> {
			var server = SharedServer.join(directory.toAbsolutePath().normalize());
			return new EmbeddedDatabase(server.port(), server::leave);
		});
	}

	public String jdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres";
	}

	public String username() {
		return "postgres";
	}

	public String password() {
		return "postgres";
	}

	@Override
	public void close() {
		wrapped(() -> {
			this.closing.close();
			return this;
		});
	}

	private static EmbeddedDatabase wrapped(Starting work) {
		try {
			return work.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Starting {

		EmbeddedDatabase start() throws IOException;

	}

	private interface Closing {

		void close() throws IOException;

	}

}

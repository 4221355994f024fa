package rei.sms.config.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import rei.sms.config.SmsEngineApplication;
import rei.sms.config.roles.CommandLineInterface;
import rei.sms.db.TestDatabase;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.awaitility.Awaitility.await;

/**
 * What engine processes meet: one PostgreSQL, the provider's stand-in in this process,
 * and one clock that shows a Monday's noon in Chicago. Airtable is away, which costs them
 * nothing but lag. All rates are lifted until a setting says otherwise.
 */
final class Stage implements AutoCloseable {

	static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

	private static final String WEBHOOK_TOKEN = "hook-of-the-stage";

	private static final String CRON_TOKEN = "cron-of-the-stage";

	private static final String CONNECTED = """
			SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
			""";

	private final Path directory;

	private final String databaseUrl = TestDatabase.freshUrl();

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource(this.databaseUrl, "postgres", "postgres"));

	private final TextGridStandIn provider;

	private final Map<String, String> settings = new HashMap<>();

	private final ConcurrentLinkedQueue<EngineProcess> processes = new ConcurrentLinkedQueue<>();

	private List<String> options = EngineProcess.SMALL;

	private Stage(TextGridOptions options) {
		try {
			this.directory = Files.createTempDirectory("engine-processes");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.provider = TextGridStandIn.start(options);
		this.settings.putAll(Map.of("SANDBOX", "true", "SANDBOX_DIRECTORY",
				this.directory.resolve("sandbox").toString(), "SANDBOX_CLOCK", NOON.toString(), "DATABASE_URL",
				this.databaseUrl + "&user=postgres&password=postgres", "PORT", String.valueOf(freePort()),
				"WEBHOOK_TOKEN", WEBHOOK_TOKEN, "CRON_TOKEN", CRON_TOKEN, "LOG_LEVEL", "info"));
		this.settings.putAll(Map.of("AIRTABLE_API_URL", "http://127.0.0.1:1", "TEXTGRID_API_URL", this.provider.url(),
				"TEXTGRID_ACCOUNT_SID", this.provider.accountSid(), "TEXTGRID_AUTH_TOKEN", this.provider.authToken(),
				"WORKER_ENABLED", "false", "WORKER_INTERVAL_SEC", "1"));
		this.settings.putAll(Map.of("RATE_PER_NUMBER_PER_MIN", "100000", "GLOBAL_RATE_PER_MIN", "10000000",
				"DAILY_LIMIT", "100000", "JITTER_SECONDS", "0", "SEND_BATCH_LIMIT", "1000000"));
	}

	/** An empty stage whose provider owns every number. */
	static Stage set() {
		return new Stage(TextGridOptions.of());
	}

	/** The same with a setting for the processes to come. */
	Stage with(String name, String value) {
		this.settings.put(name, value);
		return this;
	}

	/** The same with other options of the processes' JVM. */
	Stage jvm(String... options) {
		this.options = List.of(options);
		return this;
	}

	/** Lets time pass for the processes to come; all others have been killed. */
	void later(Duration time) {
		awaitSilence();
		this.settings.computeIfPresent("SANDBOX_CLOCK", (name, clock) -> Instant.parse(clock).plus(time).toString());
	}

	/** Waits until no process is connected to the database any more. */
	void awaitSilence() {
		await().atMost(Duration.ofMinutes(1)).until(() -> count(CONNECTED) == 0);
	}

	/** Starts a process; it ends with this stage at the latest. */
	EngineProcess start(String... arguments) {
		var process = EngineProcess.start(this.directory, this.options, this.settings, arguments);
		this.processes.add(process);
		return process;
	}

	/**
	 * Has a command done in this process, which is quicker than one of its own; answers
	 * its exit code.
	 */
	int type(String... words) {
		return CommandLineInterface.execute(SmsEngineApplication.class, this.settings, words);
	}

	/** Everything that all processes wrote, a line each. */
	Stream<String> lines() {
		return this.processes.stream().flatMap((process) -> process.output().lines());
	}

	/** What no log may hold. */
	List<String> secrets() {
		return List.of(WEBHOOK_TOKEN, CRON_TOKEN, this.provider.authToken());
	}

	/** Where the process that serves takes the seller's texts. */
	String inboundUrl() {
		return "http://127.0.0.1:" + this.settings.get("PORT") + "/inbound?token=" + WEBHOOK_TOKEN;
	}

	TextGridStandIn provider() {
		return this.provider;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/** A connection of the caller's own. */
	Connection connection() throws SQLException {
		return DriverManager.getConnection(this.databaseUrl, "postgres", "postgres");
	}

	/** The one number that {@code sql} selects. */
	int count(String sql) {
		return this.jdbc.sql(sql).query(Integer.class).single();
	}

	@Override
	public void close() {
		this.processes.forEach(EngineProcess::close);
		this.provider.close();
		FileSystemUtils.deleteRecursively(this.directory.toFile());
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

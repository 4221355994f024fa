package rei.sms.sandbox.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * One server of a directory for all processes that join it: the first starts it, the last
 * stops it. Who uses it holds a shared lock on a file, which a killed process loses by
 * itself.
 */
final class SharedServer {

	private static final Map<Path, SharedServer> JOINED = new HashMap<>();

	private final Path directory;

	private final FileChannel users;

	private final FileLock use;

	private final @Nullable EmbeddedPostgres started;

	private final int port;

	private int joiners = 1;

	private SharedServer(Path directory) throws IOException {
		this.directory = directory;
		Files.createDirectories(directory);
		this.users = open("database.users");
		try (var door = open("database.door"); var _ = door.lock()) {
			Optional<Integer> running = running();
			this.started = running.isPresent() ? null : start();
			this.port = running.orElseGet(() -> Objects.requireNonNull(this.started).getPort());
			this.use = this.users.lock(0, Long.MAX_VALUE, true);
		}
	}

	static SharedServer join(Path directory) throws IOException {
		synchronized (JOINED) {
			SharedServer joined = JOINED.get(directory);
			if (joined == null) {
				joined = new SharedServer(directory);
				JOINED.put(directory, joined);
			}
			else {
				joined.joiners++;
			}
			return joined;
		}
	}

	int port() {
		return this.port;
	}

	void leave() throws IOException {
		synchronized (JOINED) {
			this.joiners--;
			if (this.joiners > 0) {
				return;
			}
			JOINED.remove(this.directory);
		}
		try (var door = open("database.door"); var _ = door.lock(); this.users) {
			this.use.release();
			if (this.users.tryLock() != null) {
				stop();
			}
		}
	}

	private Optional<Integer> running() throws IOException {
		return PostmasterFile.read(cluster()).filter(PostmasterFile::isAlive).map(PostmasterFile::port);
	}

	private EmbeddedPostgres start() throws IOException {
		forgetTheDead();
		var log = Redirect.appendTo(this.directory.resolve("postgres.log").toFile());
		// No shutdown hook: others may still use the server when this process ends.
		return EmbeddedPostgres.builder()
			.setDataDirectory(cluster())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setServerConfig("synchronous_commit", "off")
			.setOutputRedirector(log)
			.setErrorRedirector(log)
			.start();
	}

	/**
	 * A pid file whose process is gone, or whose number now belongs to another program,
	 * would stop the start.
	 */
	private void forgetTheDead() throws IOException {
		Optional<PostmasterFile> file = PostmasterFile.read(cluster());
		if (file.isPresent() && file.get().process().isEmpty()) {
			Files.delete(file.get().file());
		}
	}

	private void stop() throws IOException {
		if (this.started != null) {
			this.started.close();
			return;
		}
		// The one who started it is gone: ask the server itself, which ends once nobody
		// is connected.
		Optional<ProcessHandle> process = PostmasterFile.read(cluster()).flatMap(PostmasterFile::process);
		if (process.isPresent() && process.get().destroy()) {
			process.get().onExit().completeOnTimeout(process.get(), 15, TimeUnit.SECONDS).join();
		}
	}

	private Path cluster() {
		return this.directory.resolve("postgres");
	}

	private FileChannel open(String name) throws IOException {
		return FileChannel.open(this.directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE);
	}

}

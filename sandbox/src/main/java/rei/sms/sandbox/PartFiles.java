package rei.sms.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The files of one part: a lock that its process holds, an announcement of how to reach
 * it, and its state.
 */
final class PartFiles {

	private final Path directory;

	private final String name;

	PartFiles(Path directory, String name) {
		this.directory = directory;
		this.name = name;
	}

	/**
	 * The lock that makes this process the one that runs the part, or null while another
	 * does.
	 */
	@Nullable FileLock tryLock() {
		try {
			Files.createDirectories(this.directory);
			var channel = FileChannel.open(file(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			FileLock lock = tryLock(channel);
			if (lock == null) {
				channel.close();
			}
			else {
				Files.deleteIfExists(file(".json"));
			}
			return lock;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JsonNode announcement() {
		return read(file(".json"));
	}

	void announce(JsonNode access) {
		write(file(".json"), access);
	}

	JsonNode state() {
		return read(file("-state.json"));
	}

	void state(JsonNode state) {
		write(file("-state.json"), state);
	}

	/** Gives the part up. */
	void release(FileLock lock) {
		try (var _ = lock.acquiredBy()) {
			Files.deleteIfExists(file(".json"));
			lock.release();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static JsonNode read(Path file) {
		try {
			return Json.parse(Files.readString(file));
		}
		catch (NoSuchFileException ex) {
			return JsonNodeFactory.instance.missingNode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Nobody ever reads half a file. */
	private static void write(Path file, JsonNode content) {
		try {
			Path draft = file.resolveSibling(file.getFileName() + ".draft");
			Files.writeString(draft, content.toString());
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file(String suffix) {
		return this.directory.resolve(this.name + suffix);
	}

}

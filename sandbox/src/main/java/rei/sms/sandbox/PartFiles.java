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
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The files of one part: a lock that its process holds, an announcement of how to reach
 * it, and its state.
 */
final class PartFiles {

	private static final String JOURNAL = "-journal.jsonl";

	private static final String OLD_JOURNAL = "-journal.old.jsonl";

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

	/** The state as it was last written down whole. */
	JsonNode state() {
		return read(file("-state.json"));
	}

	/** The changes since then, oldest first; a line that a kill cut short is left out. */
	List<JsonNode> changes() {
		return Stream.of(file(OLD_JOURNAL), file(JOURNAL))
			.filter(Files::exists)
			.flatMap(PartFiles::lines)
			.map(Json::parse)
			.filter(JsonNode::isObject)
			.toList();
	}

	void state(JsonNode state) {
		write(file("-state.json"), state);
	}

	Path journal() {
		return file(JOURNAL);
	}

	Path oldJournal() {
		return file(OLD_JOURNAL);
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

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
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

package rei.sms.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * Writes each change of a part down before anybody hears of it, so that a killed process
 * forgets nothing; now and then the whole state takes the place of the changes.
 */
final class Journal implements AutoCloseable {

	private static final long LARGE = 8L << 20;

	private static final long EVERY_SECONDS = 10;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sandbox-journal").factory());

	private final PartFiles files;

	private final Supplier<JsonNode> save;

	private long size;

	private Journal(PartFiles files, Supplier<JsonNode> save) {
		this.files = files;
		this.save = save;
	}

	/** Starts from what {@code save} answers now. */
	static Journal open(PartFiles files, Supplier<JsonNode> save) {
		var journal = new Journal(files, save);
		journal.compact();
		var _ = journal.timer.scheduleWithFixedDelay(journal::compactWhenLarge, EVERY_SECONDS, EVERY_SECONDS,
				TimeUnit.SECONDS);
		return journal;
	}

	synchronized void append(JsonNode change) {
		try {
			byte[] line = (change + "\n").getBytes(StandardCharsets.UTF_8);
			Files.write(this.files.journal(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			this.size += line.length;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.timer.close();
		compact();
	}

	private void compactWhenLarge() {
		if (size() > LARGE) {
			compact();
		}
	}

	private synchronized long size() {
		return this.size;
	}

	/**
	 * Changes that come meanwhile go into a new journal: read once more after the state,
	 * they change nothing.
	 */
	private void compact() {
		try {
			turn();
			this.files.state(this.save.get());
			Files.deleteIfExists(this.files.oldJournal());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void turn() throws IOException {
		if (Files.exists(this.files.oldJournal()) && Files.exists(this.files.journal())) {
			// A kill came between turning and writing the state: both journals still
			// count.
			Files.write(this.files.oldJournal(), Files.readAllBytes(this.files.journal()), StandardOpenOption.APPEND);
			Files.delete(this.files.journal());
		}
		else if (Files.exists(this.files.journal())) {
			Files.move(this.files.journal(), this.files.oldJournal(), StandardCopyOption.ATOMIC_MOVE);
		}
		this.size = 0;
	}

}

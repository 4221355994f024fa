package rei.sms.jobs.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What an AI engine is told about the labels; our own words only. */
final class Guide {

	private Guide() {
	}

	/** The text; {@code %s} stands for what our last text asked. */
	static String read() {
		try (InputStream file = Objects.requireNonNull(Guide.class.getResourceAsStream("guide.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

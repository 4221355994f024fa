package rei.sms.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents, and what they tell people to type. */
public final class Documents {

	private static final List<String> NAMES = List.of("README.md", "CONTRIBUTING.md", "docs/runbook.md",
			"docs/architecture.md", "bench/README.md");

	private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

	private static final Pattern ENGINE = Pattern
		.compile("(?:[A-Z_]+=\\S+ )*(?:java -jar \\S*sms-engine\\.jar|sms-engine)\\b(.*)");

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

	private static final Pattern ADDRESS = Pattern.compile("\"\\$PUBLIC_URL(/[^\"]*)\"");

	private static final Pattern METHOD = Pattern.compile("-X (\\w+)");

	private Documents() {
	}

	/** Those that are written. */
	static List<Path> all() {
		return NAMES.stream().map((name) -> Path.of("..").resolve(name)).filter(Files::exists).toList();
	}

	/** Every command of their shell blocks. */
	public static Stream<String> commands() {
		return all().stream()
			.map(Documents::read)
			.flatMap((text) -> BLOCK.matcher(text).results().map((block) -> block.group(1)))
			.flatMap(String::lines)
			.map((line) -> line.replaceFirst("\\s+#.*", "").strip())
			.filter((line) -> !line.isEmpty());
	}

	/** What a command says to the engine, if it does. */
	public static Optional<String[]> engine(String command) {
		var engine = ENGINE.matcher(command);
		return engine.matches() ? Optional.of(words(engine.group(1))) : Optional.empty();
	}

	/** What a command asks the engine for over HTTP, if it does. */
	public static Optional<Call> call(String command) {
		var address = ADDRESS.matcher(command);
		if (!command.startsWith("curl ") || !address.find()) {
			return Optional.empty();
		}
		var method = METHOD.matcher(command);
		return Optional.of(new Call(method.find() ? method.group(1) : "GET", address.group(1),
				command.contains("-H \"x-cron-token: $CRON_TOKEN\"")));
	}

	private static String read(Path document) {
		try {
			return Files.readString(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String[] words(String line) {
		return WORD.matcher(line).results().map(Documents::word).toArray(String[]::new);
	}

	private static String word(MatchResult word) {
		return Stream.of(1, 2, 3).map(word::group).filter((group) -> group != null).findFirst().orElseThrow();
	}

	/**
	 * A request.
	 *
	 * @param address its path and query
	 * @param token whether it shows the operator's token
	 */
	public record Call(String method, String address, boolean token) {

		/** The path alone. */
		public String path() {
			return this.address.replaceFirst("\\?.*", "");
		}

		/** The query with its question mark, or nothing. */
		public String query() {
			return this.address.substring(path().length());
		}

	}

}

package rei.sms.config.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import rei.sms.config.SmsEngineApplication;

import static org.awaitility.Awaitility.await;

/** The engine in a process of its own, started and killed as an operator would. */
final class EngineProcess implements AutoCloseable {

	/** A small process that starts quickly. */
	static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-Dwebhooks.warm-up=300ms");

	private static final Pattern QUIET = Pattern.compile("\\bdb.target.(test-classes|.*-tests\\.jar)$");

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Process process;

	private final Path output;

	private final String line;

	private EngineProcess(Process process, Path output, String line) {
		this.process = process;
		this.output = output;
		this.line = line;
	}

	/** Starts {@code sms-engine ARGUMENTS} with these settings and no others. */
	static EngineProcess start(Path directory, List<String> options, Map<String, String> settings,
			String... arguments) {
		var line = String.join(" ", arguments);
		try {
			var output = Files.createTempFile(directory, line.replace(' ', '-') + "-", ".log");
			var builder = new ProcessBuilder(command(options, arguments)).directory(directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().keySet().removeIf((name) -> !name.equals("PATH"));
			builder.environment().putAll(settings);
			return new EngineProcess(builder.start(), output, line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(List<String> options, String... arguments) {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
				SmsEngineApplication.class.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Without what keeps tests quiet: it logs as in production. */
	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !QUIET.matcher(entry).find())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** Waits until a lasting role says that it is ready. */
	EngineProcess ready() {
		await(this.line).atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> hasSaid("the engine is ready") || hasEnded());
		if (hasEnded()) {
			throw new IllegalStateException(this.line + " did not start:\n" + output());
		}
		return this;
	}

	/** Waits for its own end and answers its exit code. */
	int exit() throws InterruptedException {
		if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new IllegalStateException(this.line + " does not end:\n" + output());
		}
		return this.process.exitValue();
	}

	boolean hasEnded() {
		return !this.process.isAlive();
	}

	/** {@code kill -9}: it gets no chance to tidy up. */
	void kill() {
		this.process.destroyForcibly().onExit().orTimeout(1, TimeUnit.MINUTES).join();
	}

	/** SIGTERM, as Ctrl-C and every deployment do it: it may tidy up. */
	void terminate() {
		this.process.destroy();
	}

	boolean hasSaid(String words) {
		return output().contains(words);
	}

	/** Everything it wrote so far. */
	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The last that each of them said. */
	static List<String> ends(List<EngineProcess> processes) {
		return processes.stream().map((process) -> {
			var lines = process.output().lines().toList();
			return process + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
		}).toList();
	}

	@Override
	public void close() {
		kill();
	}

	@Override
	public String toString() {
		return this.line + " (" + this.process.pid() + ")";
	}

}

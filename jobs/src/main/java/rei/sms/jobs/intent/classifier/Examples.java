package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/** Reads labelled replies, one JSON object a line. */
public final class Examples {

	private static final JsonMapper JSON = new JsonMapper();

	private Examples() {
	}

	/** Those of one file. */
	public static List<Example> read(Path file) {
		String voice = file.getFileName().toString().replaceFirst("(-\\d+)?\\.jsonl$", "");
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> !line.isBlank()).map((line) -> parse(line, voice)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Those of all files of a folder, in the order of their names. */
	public static List<Example> readAll(Path folder) {
		var all = new ArrayList<Example>();
		try (Stream<Path> files = Files.list(folder)) {
			files.filter((file) -> file.toString().endsWith(".jsonl"))
				.sorted()
				.map(Examples::read)
				.forEach(all::addAll);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return all;
	}

	/** One line. */
	public static Example parse(String line, String voice) {
		JsonNode json = JSON.readTree(line);
		return new Example(text(json, "text"), AiIntent.valueOf(text(json, "ai_intent").toUpperCase(Locale.ROOT)),
				Intent.valueOf(text(json, "intent").toUpperCase(Locale.ROOT)), json.path("opt_out").asBoolean(false),
				"es".equalsIgnoreCase(text(json, "lang")) ? Language.ES : Language.EN,
				Context.valueOf(text(json, "context").toUpperCase(Locale.ROOT)), voice);
	}

	private static String text(JsonNode json, String key) {
		return json.path(key).asString();
	}

}

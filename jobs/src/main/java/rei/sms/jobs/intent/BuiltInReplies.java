package rei.sms.jobs.intent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import rei.sms.jobs.intent.classifier.Example;
import rei.sms.jobs.intent.classifier.Examples;

/** The labelled replies that the build itself learnt from. */
@Component
class BuiltInReplies {

	private static final String FILES = "classpath*:rei/sms/jobs/intent/replies/*.jsonl";

	/** All of them, in the order of the files' names. */
	List<Example> read() {
		try {
			return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
				.sorted(Comparator.comparing((file) -> String.valueOf(file.getFilename())))
				.flatMap(BuiltInReplies::replies)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Example> replies(Resource file) {
		try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.isBlank())
				.map((line) -> Examples.parse(line, String.valueOf(file.getFilename())))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package rei.sms.jobs.intent.classifier;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import rei.sms.jobs.intent.classifier.Report.Counts;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what the opt-out reader finds in replies of authors that it has not read. */
class LeaveOneOutTests {

	private static final List<Example> REPLIES = Examples.readAll(Path.of("src/training/replies"));

	@Test
	void findsStopsOfAuthorsItHasNotRead() {
		Counts counts = Stream.of("voices-a", "voices-b", "voices-c", "voices-d")
			.parallel()
			.map((voice) -> LeaveOneOut.counts(voice, REPLIES))
			.reduce(new Counts(0, 0, 0), LeaveOneOut::sum);
		assertThat(counts.recall()).as("recall").isGreaterThanOrEqualTo(0.89);
		assertThat(counts.precision()).as("precision").isGreaterThanOrEqualTo(0.915);
	}

}

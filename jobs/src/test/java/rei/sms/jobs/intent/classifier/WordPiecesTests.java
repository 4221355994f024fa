package rei.sms.jobs.intent.classifier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordPiecesTests {

	private static final String VOCABULARY = """
			{"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "sell": 3, "##ing": 4, "?": 5, "$": 6,
			"no": 7, "mas": 8, "owner": 9}}}
			""";

	private final WordPieces pieces = WordPieces
		.read(new ByteArrayInputStream(VOCABULARY.getBytes(StandardCharsets.UTF_8)));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			selling?  | 1,3,4,5,2,9,2
			No más    | 1,7,8,2,9,2
			$ SELL    | 1,6,3,2,9,2
			sellxing  | 1,0,2,9,2
			🏠        | 1,0,2,9,2
			""")
	void cutsWordsIntoTheLongestKnownPieces(String reply, String ids) {
		assertThat(this.pieces.cut(reply, "owner").ids())
			.containsExactly(Arrays.stream(ids.split(",")).mapToLong(Long::parseLong).toArray());
	}

	@Test
	void theHintIsTheSecondSegment() {
		assertThat(this.pieces.cut("no", "owner").second()).isEqualTo(3);
	}

	@Test
	void longRepliesAreCut() {
		assertThat(this.pieces.cut("no ".repeat(500), "owner").length()).isEqualTo(100);
	}

}

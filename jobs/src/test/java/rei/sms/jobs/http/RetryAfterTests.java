package rei.sms.jobs.http;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0                             | PT0S
			30                            | PT30S
			999999999                     | PT24H
			Mon, 23 Nov 2026 18:01:00 GMT | PT1M
			Mon, 23 Nov 2026 17:59:00 GMT | PT0S
			""")
	void readUnderstandsSecondsAndDates(String value, Duration wait) {
		assertThat(RetryAfter.read(value, NOW)).isEqualTo(wait);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-5", "1.5", "99999999999" })
	void readIgnoresWhatItCannotRead(String value) {
		assertThat(RetryAfter.read(value, NOW)).isNull();
	}

}

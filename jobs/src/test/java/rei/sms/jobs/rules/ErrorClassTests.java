package rei.sms.jobs.rules;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorClassTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			400 | 21211 |                                              | Unreachable
			400 | 21614 |                                              | Unreachable
			0   | 30005 |                                              | Unreachable
			0   | 30006 |                                              | Unreachable
			400 | 21610 |                                              | Suppress
			400 | 21602 |                                              | BadMessage
			400 | 21617 |                                              | BadMessage
			400 | 21408 |                                              | BadMessage
			0   | 30004 |                                              | BadMessage
			0   | 30007 |                                              | Filtered
			0   | 30034 |                                              | Filtered
			429 |       |                                              | Transient
			500 |       |                                              | Transient
			503 |       | upstream                                     | Transient
			599 |       |                                              | Transient
			429 | 20429 |                                              | Transient
			0   | 30001 |                                              | Transient
			0   | 30003 |                                              | Transient
			0   | 30008 |                                              | Transient
			400 | 21611 |                                              | Transient
			0   | 30002 |                                              | PauseAll
			401 |       |                                              | PauseAll
			400 |       | The message From/To pair violates a blacklist rule. | Suppress
			400 |       | Attempt to send to unsubscribed recipient    | Suppress
			400 |       | 'From' number not found                      | Filtered
			400 |       | ‘From’ number not found                      | Filtered
			400 |       | 'To' number 123 is not a valid phone number  | Unreachable
			400 |       | Message body is required                     | BadMessage
			0   |       | 30007                                        | Filtered
			0   |       | Error 21610: opted out                       | Suppress
			500 | 21610 | Internal                                     | Suppress
			400 | 99999 | violates a blacklist rule                    | Suppress
			0   | 12345 |                                              | Unknown
			400 |       |                                              | Unknown
			403 |       | Forbidden                                    | Unknown
			404 |       |                                              | Unknown
			400 |       | phone 17135550101 has 121610 points          | Unknown
			""")
	void theTableSaysWhatARefusalMeans(int status, String code, String words, String expected) {
		var meaning = ErrorClasses.standard().of(status, (code != null) ? code : "", (words != null) ? words : "");
		assertThat(meaning.getClass().getSimpleName()).isEqualTo(expected);
		assertThat(meaning.reason()).isNotBlank();
	}

	@Test
	void aRefusalSaysWhy() {
		assertThat(ErrorClasses.standard().of(0, "30007", ""))
			.isEqualTo(new ErrorClass.Filtered("30007: filtered by the carrier"));
		assertThat(ErrorClasses.standard().of(400, "12345", ""))
			.isEqualTo(new ErrorClass.Unknown("unknown code 12345"));
		assertThat(ErrorClasses.standard().of(404, "", ""))
			.isEqualTo(new ErrorClass.Unknown("unknown code with status 404"));
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, , 60000", "2, 0, , 300000", "3, 0, , 1800000", "4, 0, , 1800000", "0, 0, , 60000",
			"1, 1, , 72000", "2, 0.5, , 330000", "3, 1, , 2160000", "1, 0, 30, 60000", "1, 0, 60, 60000",
			"1, 0, 90, 90000", "1, 1, 90, 102000", "2, 0, 299, 300000", "3, 0, 3600, 3600000" })
	void aTextBacksOffAndNeverComesBackEarly(int attempts, double random, Integer retryAfter, long millis) {
		assertThat(Backoff.after(attempts, random, Optional.ofNullable(retryAfter).map(Duration::ofSeconds)))
			.isEqualTo(Duration.ofMillis(millis));
	}

}

package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.operations.Pause.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class PauseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Houston, TX | Houston, TX | true
			houston tx  | Houston, TX | true
			Houston     | Houston, TX | true
			HOUSTON     | Houston, TX | true
			Houston, TX | Houston     | false
			Hous        | Houston, TX | false
			TX          | Houston, TX | false
			Tampa       | Houston, TX | false
			""")
	void marketIsMeantByItsNameOrItsCity(String paused, String market, boolean stops) {
		assertThat(pause(Scope.MARKET, paused).stops(market, List.of(), null)).isEqualTo(stops);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			June, first | June, first | true
			june first  | June, first | true
			June        | June, first | false
			""")
	void campaignIsMeantByItsWholeName(String paused, String campaign, boolean stops) {
		assertThat(pause(Scope.CAMPAIGN, paused).stops(null, List.of(campaign), null)).isEqualTo(stops);
	}

	private static Pause pause(Scope scope, String value) {
		return new Pause(scope, value, null, Instant.EPOCH);
	}

}

package rei.sms.jobs.intent.facts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class PricesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			350                                  | 350000  | 350000
			350k                                 | 350000  | 350000
			$350,000                             | 350000  | 350000
			350000 firm                          | 350000  | 350000
			1.2m                                 | 1200000 | 1200000
			1.2 mil cash                         | 1200000 | 1200000
			1.5                                  | 1500000 | 1500000
			300-320k                             | 300000  | 320000
			300 to 320                           | 300000  | 320000
			between 275 and 300                  | 275000  | 300000
			250 mil                              | 250000  | 250000
			quiero 250 mil minimo                | 250000  | 250000
			pido 420,000 negociable              | 420000  | 420000
			menos de 380 no la vendo             | 380000  | 380000
			I'd want at least 310K               | 310000  | 310000
			I owe 190 on it so id need 240       | 240000  | 240000
			someone offered 290, I want 310      | 310000  | 310000
			$185.500                             | 185500  | 185500
			four hundred thousand                | 400000  | 400000
			half a million                       | 500000  | 500000
			Two fifty                            | 250000  | 250000
			two hundred and fifty thousand       | 250000  | 250000
			doscientos cincuenta mil             | 250000  | 250000
			un millon                            | 1000000 | 1000000
			3 bed 2 bath, 265k                   | 265000  | 265000
			400 obo, roof is 5 years old         | 400000  | 400000
			""")
	void readsWhatIsAsked(String reply, long low, long high) {
		assertThat(Prices.in(Wording.of(reply), true)).contains(new AskingPrice(low, high));
	}

	@ParameterizedTest
	@ValueSource(strings = { "call me at 813 555 0144", "in 60 days", "we bought in 1998", "3 bed 2 bath", "at 5pm",
			"1418 Cypress Ave", "my rent is 900 a month", "12 dollars", "a gazillion", "90,000,000", "I am 72", "yes",
			"300 sq ft" })
	void leavesOtherNumbersAlone(String reply) {
		assertThat(Prices.in(Wording.of(reply), true)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "350", "unit 425", "number 275" })
	void aBareFigureCountsOnlyWhereAPriceWasAsked(String reply) {
		assertThat(Prices.in(Wording.of(reply), false)).isEmpty();
	}

}

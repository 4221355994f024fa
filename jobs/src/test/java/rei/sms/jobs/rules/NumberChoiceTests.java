package rei.sms.jobs.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.rules.NumberChoice.Candidate;
import rei.sms.jobs.rules.NumberChoice.Choice;
import rei.sms.jobs.rules.NumberChoice.Choice.Chosen;
import rei.sms.jobs.rules.NumberChoice.Choice.Hold;

import static org.assertj.core.api.Assertions.assertThat;

class NumberChoiceTests {

	private static final PhoneNumber ONE = new PhoneNumber("+17135550001");

	private static final PhoneNumber TWO = new PhoneNumber("+17135550002");

	private static final PhoneNumber TAMPA = new PhoneNumber("+18135550003");

	private static final Instant NOON = Instant.parse("2026-08-19T17:00:00Z");

	@Test
	void theContactsNumberStays() {
		assertThat(choose(Optional.of(ONE), candidate(ONE, 0), candidate(TWO, 700))).isEqualTo(new Chosen(ONE));
		assertThat(choose(Optional.of(TAMPA), new Candidate(TAMPA, "Tampa, FL", true, 1, Optional.empty()),
				candidate(TWO, 700)))
			.isEqualTo(new Chosen(TAMPA));
	}

	@Test
	void aThreadIsNeverMovedToAnotherNumber() {
		var hold = new Hold("the contact's number +17135550001 is not active");
		assertThat(choose(Optional.of(ONE), new Candidate(ONE, "Houston, TX", false, 700, Optional.empty()),
				candidate(TWO, 700)))
			.isEqualTo(hold);
		assertThat(choose(Optional.of(ONE), candidate(TWO, 700))).isEqualTo(hold);
	}

	@Test
	void theNumberWithTheMostLeftIsChosen() {
		assertThat(choose(Optional.empty(), candidate(ONE, 10), candidate(TWO, 11))).isEqualTo(new Chosen(TWO));
		assertThat(choose(Optional.empty(), candidate(ONE, -4), candidate(TWO, -5))).isEqualTo(new Chosen(ONE));
	}

	@Test
	void amongEqualsTheLeastRecentlyUsedIsChosenAndAnUnusedOneFirst() {
		assertThat(choose(Optional.empty(), used(ONE, NOON), used(TWO, NOON.minusSeconds(1))))
			.isEqualTo(new Chosen(TWO));
		assertThat(choose(Optional.empty(), used(ONE, NOON), candidate(TWO, 10))).isEqualTo(new Chosen(TWO));
		assertThat(choose(Optional.empty(), used(TWO, NOON), used(ONE, NOON))).isEqualTo(new Chosen(ONE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Houston, TX", "houston,tx", " HOUSTON , TX " })
	void marketsMatchHoweverTheyAreWritten(String market) {
		assertThat(NumberChoice.choose(Optional.empty(), market, List.of(candidate(ONE, 5))))
			.isEqualTo(new Chosen(ONE));
	}

	@Test
	void anotherMarketsNumberIsNeverUsed() {
		assertThat(choose(Optional.empty(), new Candidate(TAMPA, "Tampa, FL", true, 700, Optional.empty())))
			.isEqualTo(new Hold("no active number in market Houston, TX"));
		assertThat(choose(Optional.empty(), new Candidate(ONE, "Houston, TX", false, 700, Optional.empty())))
			.isEqualTo(new Hold("no active number in market Houston, TX"));
		assertThat(choose(Optional.empty())).isInstanceOf(Hold.class);
	}

	private static Choice choose(Optional<PhoneNumber> sticky, Candidate... numbers) {
		return NumberChoice.choose(sticky, "Houston, TX", List.of(numbers));
	}

	@Test
	void aNumberThatFaresBadlyIsChosenLastAndKeepsItsThreads() {
		var poor = new Candidate(ONE, "Houston, TX", true, 700, Optional.empty(), true);
		var well = new Candidate(TWO, "Houston, TX", true, 1, Optional.empty(), false);
		assertThat(choose(Optional.empty(), poor, well)).isEqualTo(new Chosen(TWO));
		assertThat(choose(Optional.empty(), poor)).isEqualTo(new Chosen(ONE));
		assertThat(choose(Optional.of(ONE), poor, well)).isEqualTo(new Chosen(ONE));
	}

	private static Candidate candidate(PhoneNumber phone, int left) {
		return new Candidate(phone, "Houston, TX", true, left, Optional.empty());
	}

	private static Candidate used(PhoneNumber phone, Instant at) {
		return new Candidate(phone, "Houston, TX", true, 10, Optional.of(at));
	}

}

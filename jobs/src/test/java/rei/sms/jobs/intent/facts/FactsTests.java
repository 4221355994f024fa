package rei.sms.jobs.intent.facts;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FactsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void readsAllThatOneReplyTells() {
		Facts facts = Facts.of("We're divorcing, it needs a roof. 300-320k, call me next week", TODAY, true);
		assertThat(facts.price()).contains(new AskingPrice(300_000, 320_000));
		assertThat(facts.writeAgain()).contains(LocalDate.of(2026, 11, 23));
		assertThat(facts.reasons()).containsExactly(Reason.DIVORCE);
		assertThat(facts.conditions()).contains(Condition.ROOF);
	}

	@Test
	void findsNothingInAGreeting() {
		assertThat(Facts.of("hi there", TODAY, true).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			inherited it from my aunt        | INHERITANCE
			the bank is about to foreclose   | FORECLOSURE
			I owe back taxes                 | TAXES
			its been sitting empty           | VACANCY
			I had to evict them              | TENANTS
			we are moving to Ohio            | MOVE
			mom is in a nursing home         | ILLNESS
			got laid off                     | JOB_LOSS
			the stairs are killing me        | TOO_BIG
			me jubilo este año               | RETIREMENT
			medical bills                    | DEBT
			nos separamos                    | DIVORCE
			""")
	void namesTheReason(String reply, Reason reason) {
		assertThat(Facts.of(reply, TODAY, false).reasons()).contains(reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			needs a new roof          | ROOF
			foundation has issues     | FOUNDATION
			the ac is out             | HEATING_AND_COOLING
			old pipes                 | PLUMBING
			kitchen was redone        | KITCHEN_OR_BATH
			there is some mold        | MOLD_OR_WATER
			hurricane took the fence  | FIRE_OR_STORM
			needs a lot of work       | NEEDS_WORK
			move in ready             | GOOD_SHAPE
			tenants till May          | RENTED
			está vacía                | EMPTY
			hay que arreglar todo     | NEEDS_WORK
			knob and tube wiring      | WIRING
			""")
	void namesTheStateOfTheHouse(String reply, Condition condition) {
		assertThat(Facts.of(reply, TODAY, false).conditions()).contains(condition);
	}

}

package rei.sms.jobs.intent.facts;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class DelayDatesTests {

	/** A Sunday. */
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			call me tomorrow              | 2026-11-23
			mañana le digo                | 2026-11-23
			try me next week              | 2026-11-23
			text me monday                | 2026-11-23
			el viernes hablamos           | 2026-11-27
			give me two weeks             | 2026-12-06
			in a couple of months         | 2027-01-22
			en 3 meses                    | 2027-02-22
			maybe in 6 months             | 2027-05-22
			next month                    | 2026-12-01
			after the holidays            | 2027-01-02
			next year                     | 2027-01-02
			el proximo año tal vez        | 2027-01-02
			text me in the spring         | 2027-03-01
			en marzo                      | 2027-03-01
			check back in March           | 2027-03-01
			after tax season              | 2027-05-01
			when school lets out          | 2027-06-01
			not until next summer         | 2027-06-01
			in a year                     | 2027-11-22
			""")
	void readsWhenToWriteAgain(String reply, LocalDate day) {
		assertThat(DelayDates.in(Wording.of(reply), TODAY)).contains(day);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no", "350k", "its 20 years old", "maybe", "may I ask who this is", "I might sell" })
	void leavesOtherWordsAlone(String reply) {
		assertThat(DelayDates.in(Wording.of(reply), TODAY)).isEmpty();
	}

}

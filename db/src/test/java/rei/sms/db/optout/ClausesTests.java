package rei.sms.db.optout;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

class ClausesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rmove my numbr pls         | remove my number please
			STOOOP it                  | stop it
			s.t.o.p. it                | stop . it
			Un-enroll me               | unenroll me
			do not txt (ever) again!   | dont text , ever , again .
			lose my #                  | lose my number
			📵 thanks, bye             | signno thanks , bye
			Remve                      | remove
			""")
	void writesOutWhatTextersAbbreviate(String body, String clauses) {
		assertThat(Clauses.of(Wording.of(body)).strip()).isEqualTo(clauses);
	}

}

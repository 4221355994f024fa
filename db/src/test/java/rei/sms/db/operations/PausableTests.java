package rei.sms.db.operations;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.TestDatabase;
import rei.sms.db.operations.Pausable.Unknown;
import rei.sms.db.operations.Pause.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** A pause that stops nothing says so, and what there is to stop. */
class PausableTests {

	private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.fresh());

	private final Pausable pausable = new Pausable(JDBC);

	@BeforeAll
	static void whatThereIs() {
		JDBC.sql(
				"""
						INSERT INTO number (phone, market, created_at) VALUES ('+18135550100', 'Tampa, FL', now());
						INSERT INTO campaign (id, name, status, market, created_at, airtable_id)
							VALUES ('00000000-0000-0000-0000-00000000000a', 'June, first', 'Running', 'Houston, TX', now(), 'recJune');
						INSERT INTO template (id, airtable_id, created_at)
							VALUES ('00000000-0000-0000-0000-00000000000b', 'recHello', now());
						INSERT INTO template_version (id, template_id, number, name, message, created_at) VALUES
							(gen_random_uuid(), '00000000-0000-0000-0000-00000000000b', 1, 'Old hello', 'Hi', now()),
							(gen_random_uuid(), '00000000-0000-0000-0000-00000000000b', 2, 'Hello', 'Hi', now())
						""")
			.update();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MARKET   | tampa
			MARKET   | Houston, TX
			CAMPAIGN | june first
			CAMPAIGN | recJune
			CAMPAIGN | 00000000-0000-0000-0000-00000000000a
			NUMBER   | +18135550100
			TEMPLATE | hello
			TEMPLATE | recHello
			ALL      |
			""")
	void whatGoesByItsNameIsKnown(Scope scope, @Nullable String name) {
		assertThat(this.pausable.unknown(Map.of(scope, (name != null) ? name : ""))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MARKET   | Tmpa         | No market goes by Tmpa, so that stops nothing. There are: Houston, TX; Tampa, FL.
			CAMPAIGN | June         | No campaign goes by June, so that stops nothing. There are: June, first.
			NUMBER   | +18135550101 | No number goes by +18135550101, so that stops nothing. There are: +18135550100.
			TEMPLATE | Old hello    | No template goes by Old hello, so that stops nothing. There are: Hello.
			""")
	void whatNothingGoesByIsToldWithWhatThereIs(Scope scope, String name, String words) {
		assertThat(this.pausable.unknown(Map.of(scope, name))).extracting(Unknown::inWords).containsExactly(words);
	}

	@Test
	void aLongListIsCutShort() {
		var numbers = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
		assertThat(new Unknown("number", "11", numbers).inWords())
			.endsWith("There are: 1; 2; 3; 4; 5; 6; 7; 8 and 2 more.");
		assertThat(new Unknown("market", "Tampa", List.of()).inWords())
			.isEqualTo("No market is known yet, so Tampa stops nothing.");
	}

}

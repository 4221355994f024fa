package rei.sms.jobs.airtable;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			plain        | {A}='plain'
			it's         | {A}='it\\'s'
			\\           | {A}='\\\\'
			\\'          | {A}='\\\\\\''
			x',1)=1)     | {A}='x\\',1)=1)'
			a+/==        | {A}='a+/=='
			""")
	void equalQuotesWhatItComparesWith(String value, String formula) {
		assertThat(Formula.equal("A", value)).hasToString(formula);
	}

	@Test
	void equalKeepsLineBreaksInsideTheQuotes() {
		assertThat(Formula.equal("A", "1\n2\r3\t4")).hasToString("{A}='1\\n2\\r3\\t4'");
	}

	@Test
	void fieldNamesCannotEndTheirBraces() {
		assertThat(Formula.blank("A}B\\")).hasToString("{A\\}B\\\\}=BLANK()");
	}

	@Test
	void partsAreJoined() {
		var formula = Formula.all(Formula.set("On"),
				Formula.not(Formula.any(Formula.blank("A"), Formula.record(new RecordId("rec1")))));
		assertThat(formula).hasToString("AND({On},NOT(OR({A}=BLANK(),RECORD_ID()='rec1')))");
	}

	@Test
	void timesAreParsedAndModifiedSinceLooksASecondBack() {
		var noon = Instant.parse("2026-11-23T12:00:00Z");
		assertThat(Formula.after("T", noon)).hasToString("IS_AFTER({T},DATETIME_PARSE('2026-11-23T12:00:00Z'))");
		assertThat(Formula.before("T", noon)).hasToString("IS_BEFORE({T},DATETIME_PARSE('2026-11-23T12:00:00Z'))");
		assertThat(Formula.modifiedSince(noon))
			.hasToString("IS_AFTER(LAST_MODIFIED_TIME(),DATETIME_PARSE('2026-11-23T11:59:59Z'))");
	}

}

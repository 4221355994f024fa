package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormulaTests {

	private static final Map<String, Object> CELLS = Map.of("Name", "O'Brien", "Sent", 3L, "Opt Out?", true, "Quote",
			"say \"hi\" \\ bye", "Start", Instant.parse("2026-01-02T03:04:05Z"), "Tags}", "x");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{Name} = "O'Brien"                                      | true
			{Name}='O\\'Brien'                                      | true
			{Name}!='x'                                             | true
			Name = "o'brien"                                        | false
			LOWER({Name}) = "o'brien"                               | true
			{Quote} = "say \\"hi\\" \\\\ bye"                       | true
			{Sent} = 3                                              | true
			{Sent} > 2                                              | true
			{Sent} >= 4                                             | false
			{Sent} <= 3                                             | true
			{Sent} < -1                                             | false
			{Sent} = '3'                                            | false
			{Opt Out?}                                              | true
			{Opt Out?} = TRUE()                                     | true
			{Opt Out?} = 1                                          | true
			{Empty} = BLANK()                                       | true
			{Empty} = ''                                            | true
			{Empty} = 0                                             | true
			BLANK() = FALSE()                                       | true
			AND({Sent}=3, {Opt Out?}, NOT({Empty}))                 | true
			OR({Empty}, {Sent}=4)                                   | false
			IF({Empty}, 'a', 'b') = 'b'                             | true
			RECORD_ID() = 'rec1'                                    | true
			FIND('Bri', {Name}) = 3                                 | true
			FIND('bri', {Name})                                     | false
			SEARCH('bri', {Name}) > 0                               | true
			{Name} & '-' & {Sent} = "O'Brien-3"                     | true
			IS_AFTER({Start}, '2026-01-01T00:00:00.000Z')           | true
			IS_AFTER({Start}, DATETIME_PARSE('2026-01-03'))         | false
			IS_BEFORE({Start}, '2026-01-02T05:04:05+01:00')         | true
			IS_AFTER({Empty}, '2026-01-01')                         | false
			IS_AFTER(LAST_MODIFIED_TIME(), '2026-05-01')            | true
			IS_AFTER(LAST_MODIFIED_TIME({Name}), '2026-05-01')      | false
			({Sent} = 3)                                            | true
			{Tags\\}} = 'x'                                         | true
			""")
	void holdsAsAirtableWouldSay(String formula, boolean expected) {
		assertThat(Formula.parse(formula, fields()).holds(new Cells())).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{Nope} = 1", "REGEX_MATCH({Name}, 'x')", "{Name} = ", "{Name", "'open", "AND(", "NOT()",
			"{Name} = 1 2", "{Sent} == 3", "LAST_MODIFIED_TIME('x')", "1.2.3", "" })
	void parseRefusesWhatAirtableRefuses(String formula) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> Formula.parse(formula, fields()))
			.withMessageContaining("INVALID_FILTER_BY_FORMULA");
	}

	private static java.util.Set<String> fields() {
		return java.util.Set.of("Name", "Sent", "Opt Out?", "Quote", "Start", "Empty", "Tags}");
	}

	private static final class Cells implements Scope {

		@Override
		public @Nullable Object field(String name) {
			return CELLS.get(name);
		}

		@Override
		public String recordId() {
			return "rec1";
		}

		@Override
		public Instant created() {
			return Instant.EPOCH;
		}

		@Override
		public Instant modified(List<String> fields) {
			return fields.isEmpty() ? Instant.parse("2026-06-01T00:00:00Z") : Instant.EPOCH;
		}

	}

}

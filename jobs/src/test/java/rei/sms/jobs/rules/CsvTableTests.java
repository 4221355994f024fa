package rei.sms.jobs.rules;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class CsvTableTests {

	@Test
	void aTableHasAVersionAndRows() {
		var table = CsvTable.read("table.csv");
		assertThat(table.version()).isEqualTo("2026-01-02");
		assertThat(table.rows()).hasSize(2);
		var first = table.rows().getFirst();
		assertThat(first.get("key")).isEqualTo("a");
		assertThat(first.words("words")).containsExactly("one", "two");
		assertThat(first.get("note")).isEqualTo("the last column, with commas");
		assertThat(table.rows().getLast().words("words")).isEqualTo(List.of());
	}

	@Test
	void aColumnThatIsNotThereIsAFault() {
		var row = CsvTable.read("table.csv").rows().getFirst();
		assertThatIllegalArgumentException().isThrownBy(() -> row.get("other"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "table-without-version.csv", "table-with-short-row.csv" })
	void aBrokenTableIsNotRead(String name) {
		assertThatIllegalStateException().isThrownBy(() -> CsvTable.read(name));
	}

	@Test
	void aTableThatIsNotThereIsAFault() {
		assertThatNullPointerException().isThrownBy(() -> CsvTable.read("nowhere.csv")).withMessage("nowhere.csv");
	}

}

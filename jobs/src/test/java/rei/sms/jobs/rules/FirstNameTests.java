package rei.sms.jobs.rules;

import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FirstNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Maria                  | Maria
			MARIA                  | Maria
			maria                  | Maria
			DeShawn                | DeShawn
			John2                  | John
			ANN107 LEE             | Ann
			MARY ANN               | Mary
			John R                 | John
			J. Robert              | Robert
			R Michael              | Michael
			SMITH, JOHN            | John
			Smith, John R.         | John
			SMITH, JOHN & MARY     | John
			John & Mary            | John
			John and Mary Smith    | John
			John/Mary              | John
			Juan y Maria           | Juan
			Ann or Bob             | Ann
			-Weiß                  | Weiß
			ßandra                 | ßandra
			John Jr                | John
			John, Jr.              | John
			Smith, Jr., John       | John
			Mr. John               | John
			Dr Ann                 | Ann
			O'NEAL                 | O'Neal
			D’ANGELO               | D'Angelo
			ANNE-MARIE             | Anne-Marie
			JOSÉ                   | José
			Wm.                    |
			Thos.                  | Thos
			ED                     | Ed
			Jo                     | Jo
			TY                     | Ty
			Lynn                   | Lynn
			"John"                 | John
			(Robert) Bob           | Robert
			ET AL JOHN             | John
			""")
	void aPersonIsAddressedByTheFirstName(String cell, String name) {
		assertThat(FirstName.clean(cell)).isEqualTo(Optional.ofNullable(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ABC Homes LLC", "Smith Family Trust", "THE JONES REVOCABLE LIVING TRUST",
			"Estate of John Smith", "JOHN SMITH EST", "Wells Fargo Bank NA", "Sunrise Properties, L.L.C.",
			"City of Houston", "First Baptist Church", "Acme Inc.", "ACME CO", "Smith John Trustee", "J", "J.", "J R",
			"J.R.", "JT", "AJ", "Unknown", "Occupant", "Current Resident", "null", "N/A", "#N/A", "12", "J2", "A1B2",
			"4Sure", "Trust2", "john@x.com", "{First}", "Heirs of Ann", "-", "..", "&", "Mr", "Jr", "Homeowner",
			"Blue Sky Investments", "HOA of Pine Hills", "Brzk", "_and", "and Bob", "!co" })
	void nobodyIsAddressedByWhatIsNoPersonsName(String cell) {
		assertThat(FirstName.clean(cell)).isEmpty();
	}

	@Property
	void aNameIsOneReadableWord(@ForAll("cells") String cell) {
		assertThat(FirstName.clean(cell).orElse("Ann")).doesNotContain(" ", ",", "{", "}", "@")
			.hasSizeGreaterThan(1)
			.matches("(?s)\\p{L}.*");
	}

	@Property
	void cleaningACleanNameChangesNothing(@ForAll("cells") String cell) {
		FirstName.clean(cell).ifPresent((name) -> assertThat(FirstName.clean(name)).contains(name));
	}

	@Provide
	Arbitrary<String> cells() {
		return Arbitraries.strings().withCharRange(' ', '~').withChars("éñáíüßÉÑ’").ofMaxLength(30);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SMITH         | Smith
			SMITH JR      | Smith
			smith, III    | Smith
			De La Cruz    | De La Cruz
			O'BRIEN       | O'Brien
			NG            | Ng
			ACME LLC      |
			S             |
			S.            |
			12            |
			-             |
			""")
	void aLastNameIsCleanedToo(String cell, String name) {
		assertThat(LastName.clean(cell)).isEqualTo(Optional.ofNullable(name));
	}

}

package rei.sms.jobs.rules;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.message.Segments.Encoding;
import rei.sms.db.message.Segments;
import rei.sms.jobs.rules.Rendering.Rendered;
import rei.sms.jobs.rules.Rendering.TooLong;
import rei.sms.jobs.rules.Rendering.Unresolved;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTextTests {

	private static final MergeFields MARIA = MergeFields.of(Map.of("Owner First Name", "MARIA", "Owner Last Name",
			"LOPEZ", "Property Address", "1418 CYPRESS AVE", "Property City", "HOUSTON", "Property State", "TX",
			"Market", "Houston, TX", "Agent", "Alex", "Company", "Bayou Home Buyers", "Source List", "Absentee"));

	@ParameterizedTest
	@CsvSource(delimiterString = " > ", textBlock = """
			Hi {First}, this is {Agent}. > Hi Maria, this is Alex.
			{First} {Last} > Maria Lopez
			{Address}, {City}, {State} > 1418 Cypress Ave, Houston, TX
			in {Market} with {Company} > in Houston, TX with Bayou Home Buyers
			{Owner First Name} at {Property Address} > Maria at 1418 Cypress Ave
			{owner_first_name} {SOURCE LIST} { first } > Maria Absentee Maria
			Hi {First|there} > Hi Maria
			Hi {Nickname|there} > Hi there
			Hi{Nickname|}, ok > Hi, ok
			It’s {First}’s – “really”… > It's Maria's - "really"...
			no placeholder > no placeholder
			""")
	void placeholdersAreFilledIn(String template, String text) {
		assertThat(new TemplateText(template).render(MARIA)).isEqualTo(new Rendered(text, Segments.of(text)));
	}

	@Test
	void whatStandsForNothingIsNamedOnce() {
		assertThat(new TemplateText("{Zip} {First} {Nick} {Zip}").render(MARIA))
			.isEqualTo(new Unresolved(List.of("Zip", "Nick")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hi {First", "Hi First}", "Hi {{First}}", "Hi {}", "Hi {First|{Last}}", "Hi {Frist}",
			"Hi {First|a|b}", "{" })
	void aMistypedPlaceholderNeverGoesOut(String template) {
		assertThat(new TemplateText(template).render(MARIA)).isInstanceOf(Unresolved.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "N/A", "ACME LLC", "J", "{First}", "unknown" })
	void anUnreadableFirstNameFallsBackOrIsSkipped(String cell) {
		var fields = MergeFields.of(Map.of("Owner First Name", cell));
		assertThat(new TemplateText("Hi {First}").render(fields)).isEqualTo(new Unresolved(List.of("First")));
		assertThat(new TemplateText("Hi {First|there}").render(fields))
			.isEqualTo(new Rendered("Hi there", new Segments(Encoding.GSM_7, 8, 1)));
	}

	@Test
	void theFullNameServesWhereTheFirstNameIsMissing() {
		var fields = MergeFields.of(Map.of("Name", "LOPEZ, MARIA", "Owner First Name", " "));
		assertThat(new TemplateText("Hi {First}").render(fields)).hasFieldOrPropertyWithValue("text", "Hi Maria");
		var both = MergeFields.of(Map.of("Name", "LOPEZ, MARIA", "Owner First Name", "Ann"));
		assertThat(new TemplateText("Hi {First}").render(both)).hasFieldOrPropertyWithValue("text", "Hi Ann");
	}

	@Test
	void aValueIsNeverReadAsATemplate() {
		var fields = MergeFields.of(Map.of("Note", "{Agent}", "Agent", "Alex"));
		assertThat(new TemplateText("{Note}").render(fields)).isEqualTo(new Unresolved(List.of("Note")));
	}

	@Test
	void aTextLongerThanTheProviderTakesIsRefused() {
		assertThat(new TemplateText("a".repeat(1600)).render(MARIA)).isInstanceOf(Rendered.class);
		assertThat(new TemplateText("a".repeat(1601)).render(MARIA)).isEqualTo(new TooLong(1601));
	}

	@Test
	void theNamesOfATemplateAreKnownBeforeItIsUsed() {
		var template = new TemplateText("Hi {First|there}, {Agent} of {Company} here");
		assertThat(template.names()).containsExactly("First", "Agent", "Company");
		assertThat(template.names("agent")).isTrue();
		assertThat(template.names("Owner First Name")).isTrue();
		assertThat(template.names("City")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1418 CYPRESS AVE        | 1418 Cypress Ave
			12 NE 5TH ST APT 4B     | 12 NE 5th St Apt 4B
			12 o'brien rd           | 12 O'Brien Rd
			77 FM 1960 W            | 77 FM 1960 W
			9 McKinley Dr           | 9 McKinley Dr
			""")
	void addressesInOneCaseAreWrittenAsPeopleDo(String cell, String address) {
		assertThat(MergeFields.of(Map.of("Property Address", cell)).get("Address")).contains(address);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Hi, this is Alex with Bayou Home Buyers. Reply STOP to opt out | []
			Hi, this is alex. Do you own it? Text STOP to end              | []
			Hola, soy Alex. Responda ALTO para no recibir mas              | []
			Hi, this is Alex. Do you own it?                               | [OPT_OUT]
			Do you own it? Reply STOP to opt out                           | [SENDER]
			Do you own the house by the bus stop?                          | [SENDER, OPT_OUT]
			""")
	void aFirstTouchNamesTheSenderAndTheWayOut(String text, String lacks) {
		assertThat(FirstTouch.lacks(text, List.of("Alex", "Bayou Home Buyers", " "))).hasToString(lacks);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Hi {First}, this is Sam with Acme. Do you own {Address}?   | true
			Hello, Sam from Acme Homes here. Is {Address} yours?       | true
			Hi, my name is Sam. Would you sell?                        | true
			Hola, soy Ana de Casas Bayou. Es suya la casa?             | true
			Do you still own {Address}? - Sam, Acme Homes              | true
			Do you still own {Address}? I'm Sam.                       | true
			Hi {First}, do you still own {Address}?                    | false
			Hi {First}, is it yours? I'm looking to buy in Houston.    | false
			Would you take an all-cash offer? Reply STOP to opt out.   | false
			Is the house on 12-14 Oak St yours?                        | false
			""")
	void whereNoNameIsSetATextMustIntroduceItsSender(String text, boolean introduces) {
		assertThat(FirstTouch.lacks(text, List.of()).contains(FirstTouch.Lack.SENDER)).isNotEqualTo(introduces);
	}

}

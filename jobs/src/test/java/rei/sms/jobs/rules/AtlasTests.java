package rei.sms.jobs.rules;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.contact.Property;
import rei.sms.db.message.PhoneNumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AtlasTests {

	private final Atlas atlas = Atlas.standard();

	@ParameterizedTest
	@CsvSource(textBlock = """
			+17135550101, TX America/Chicago
			+18325550101, TX America/Chicago
			+13465550101, TX America/Chicago
			+19155550101, TX America/Denver
			+18505550101, FL America/Chicago America/New_York
			+14485550101, FL America/Chicago America/New_York
			+16055550101, SD America/Chicago America/Denver
			+17015550101, ND America/Chicago America/Denver
			+13085550101, NE America/Chicago America/Denver
			+18125550101, IN America/New_York America/Chicago
			+19305550101, IN America/New_York America/Chicago
			+12085550101, ID America/Boise America/Los_Angeles
			+15415550101, OR America/Los_Angeles America/Boise
			+16025550101, AZ America/Phoenix
			+19285550101, AZ America/Phoenix America/Denver
			+12025550101, DC America/New_York
			+19075550101, AK America/Anchorage America/Adak
			+18085550101, HI Pacific/Honolulu
			+16715550101, GU Pacific/Guam
			+17275550101, FL America/New_York
			+16565550101, FL America/New_York
			+12135550101, CA America/Los_Angeles
			+17385550101, CA America/Los_Angeles
			+16125550101, MN America/Chicago
			+19805550101, NC America/New_York
			""")
	void theAreaCodeSaysWhereAPhoneIs(String phone, String place) {
		assertThat(words(this.atlas.of(new PhoneNumber(phone)))).isEqualTo(place);
	}

	@ParameterizedTest
	@CsvSource({ "+14165550101", "+16045550101", "+18765550101", "+17875550101", "+13405550101", "+18005550101",
			"+18885550101", "+19005550101", "+15005550101", "+525512345678", "+442079460000", "+1713555010" })
	void everyOtherNumberIsSomewhereUnknown(String phone) {
		assertThat(this.atlas.of(new PhoneNumber(phone))).isEqualTo(Whereabouts.UNKNOWN);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			TX,     77002,      TX America/Chicago
			Texas,  77002-1234, TX America/Chicago
			' tx ', 79901,      TX America/Denver
			TX,     88510,      TX America/Denver
			TX,     79830,      TX America/Denver America/Chicago
			TX,     '',         TX America/Chicago America/Denver
			TX,     7700,       TX America/Chicago America/Denver
			FL,     33602,      FL America/New_York
			FL,     32501,      FL America/Chicago
			FL,     32401,      FL America/Chicago America/New_York
			IN,     47708,      IN America/Chicago
			IN,     46204,      IN America/New_York
			TN,     37902,      TN America/New_York
			TN,     37203,      TN America/Chicago
			SD,     57701,      SD America/Denver
			ID,     83814,      ID America/Los_Angeles
			new york, 10001,    NY America/New_York
			D.C.,   20001,      DC America/New_York
			""")
	void thePropertySaysWhereItsOwnerMayBe(String state, String zip, String place) {
		var there = this.atlas.of(new PhoneNumber("+13105550101"), Optional.of(state), Optional.of(zip));
		assertThat(words(there)).isEqualTo("CA America/Los_Angeles; " + place);
		assertThat(there.isKnown()).isTrue();
	}

	@Test
	void aPropertyWithoutAStateIsNoEvidence() {
		var phone = new PhoneNumber("+13105550101");
		assertThat(this.atlas.of(phone, Optional.of(" "), Optional.of("90001"))).isEqualTo(this.atlas.of(phone));
		assertThat(this.atlas.of(phone, Optional.empty(), Optional.of("90001"))).isEqualTo(this.atlas.of(phone));
	}

	@Test
	void aStateThatCannotBeReadIsUnknown() {
		var there = this.atlas.of(new PhoneNumber("+13105550101"), Optional.of("Ontario"), Optional.empty());
		assertThat(there.isKnown()).isFalse();
		assertThat(there.states()).containsExactly(UsState.CA);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			TX 77002           | TX America/Chicago
			TX 77002, FL 33602 | TX America/Chicago; FL America/New_York
			FL 33602, TX 77002 | TX America/Chicago; FL America/New_York
			TX 77002, FL 33602, CA 90001 | TX America/Chicago; FL America/New_York; CA America/Los_Angeles
			FL 33602, FL 33602 | TX America/Chicago; FL America/New_York
			Ontario, FL 33602  | TX America/Chicago; ?; FL America/New_York
			""")
	void everyPropertyCounts(String properties, String places) {
		var owned = Arrays.stream(properties.split(", "))
			.map((words) -> words.split(" "))
			.map(AtlasTests::property)
			.toList();
		assertThat(words(this.atlas.of(new PhoneNumber("+17135550101"), owned))).isEqualTo(places);
	}

	private static Property property(String... words) {
		return new Property(words[0], (words.length > 1) ? words[1] : null);
	}

	@Test
	void noPropertyLeavesTheAreaCode() {
		var phone = new PhoneNumber("+17135550101");
		assertThat(this.atlas.of(phone, List.of())).isEqualTo(this.atlas.of(phone));
		assertThat(this.atlas.of(phone, List.of(new Property(null, "33602"), new Property("", ""))))
			.isEqualTo(this.atlas.of(phone));
	}

	@Test
	void twoWaysToOnePlaceAreOne() {
		var there = this.atlas.of(new PhoneNumber("+17135550101"), Optional.of("TX"), Optional.of("77002"));
		assertThat(words(there)).isEqualTo("TX America/Chicago");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+17135550101 | TX | 77002 | TX    | America/Chicago                  | true
			+17135550101 | FL | 33602 | TX FL | America/Chicago America/New_York | true
			+17135550101 | ON | ''    | TX ?  | America/Chicago                  | false
			+18005550101 | FL | 33602 | ? FL  | America/New_York                 | false
			""")
	void placesAreKeptAsWordsAndReadBack(String phone, String state, String zip, String states, String zones,
			boolean known) {
		var there = this.atlas.of(new PhoneNumber(phone), List.of(new Property(state, zip)));
		assertThat(there.stateWords()).containsExactly(states.split(" "));
		assertThat(there.zoneWords()).containsExactly(zones.split(" "));
		var read = Whereabouts.of(there.stateWords(), there.zoneWords());
		assertThat(read.stateWords()).isEqualTo(there.stateWords());
		assertThat(read.zoneWords()).isEqualTo(there.zoneWords());
		assertThat(there.isKnown()).isEqualTo(known);
	}

	@Test
	void wordsThatSayLessAreReadAsTheStrictest() {
		assertThat(Whereabouts.of(List.of(), List.of("America/Chicago"))).isEqualTo(Whereabouts.UNKNOWN);
		assertThat(Whereabouts.of(List.of("TX"), List.of())).isEqualTo(Whereabouts.UNKNOWN);
		assertThat(Whereabouts.of(List.of("nowhere"), List.of("America/Chicago"))).isEqualTo(Whereabouts.UNKNOWN);
		assertThat(Whereabouts.of(List.of("FL"), List.of("America/Denver")).places())
			.as("a zone outside the state is better than none")
			.containsExactly(new Place.Known(UsState.FL, List.of(ZoneId.of("America/Denver"))));
		assertThat(new Place.Unknown().zones()).extracting(ZoneId::getId)
			.containsExactly("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");
	}

	@Test
	void aRecipientIsSomewhere() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Whereabouts(List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new Place.Known(UsState.TX, List.of()));
	}

	@ParameterizedTest
	@EnumSource
	void everyStateHasAZoneAndReadsItsOwnName(UsState state) {
		var phone = new PhoneNumber("+13105550101");
		assertThat(UsState.parse(state.name())).contains(state);
		assertThat(this.atlas.of(phone, Optional.of(state.name()), Optional.empty()).isKnown()).isTrue();
		assertThat(MarketZones.standard().of("Nowhere, " + state)).isPresent();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Los Angeles, CA   | CA | America/Los_Angeles
			Tampa, FL         | FL | America/New_York
			Charlotte, NC     | NC | America/New_York
			Miami, FL         | FL | America/New_York
			Minneapolis, MN   | MN | America/Chicago
			Jacksonville, FL  | FL | America/New_York
			Houston, TX       | TX | America/Chicago
			el paso,tx        | TX | America/Denver
			Pensacola, FL     | FL | America/Chicago
			Saint Louis, MO   | MO | America/Chicago
			St Louis, Missouri | MO | America/Chicago
			Phoenix, AZ       | AZ | America/Phoenix
			Podunk, IN        | IN | America/New_York
			Texas             | TX | America/Chicago
			""")
	void aMarketHasAStateAndAZone(String label, UsState state, String zone) {
		assertThat(MarketZones.standard().of(label)).hasValueSatisfying((market) -> {
			assertThat(market.state()).isEqualTo(state);
			assertThat(market.zone()).hasToString(zone);
		});
	}

	@ParameterizedTest
	@CsvSource({ "''", "Houston", "'Toronto, ON'" })
	void aLabelWithoutAStateIsNoMarket(String label) {
		assertThat(MarketZones.standard().of(label)).isEmpty();
	}

	private static String words(Whereabouts whereabouts) {
		return whereabouts.places()
			.stream()
			.map((place) -> (place instanceof Place.Known known) ? known.state() + " " + zones(place) : "?")
			.collect(Collectors.joining("; "));
	}

	private static String zones(Place place) {
		return place.zones().stream().map(Object::toString).collect(Collectors.joining(" "));
	}

}

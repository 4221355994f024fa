package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import org.junit.jupiter.api.Test;

import rei.sms.db.message.PhoneNumber;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the table against another one that knows every number in use. */
class AreaCodesTests {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

	private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

	/**
	 * Codes whose zone the other table has wrong: Orlando, and the panhandle's overlay.
	 */
	private static final Set<Integer> KNOWN_BETTER = Set.of(689, 448);

	@Test
	void everyGeographicCodeInUseIsKnown() {
		var unknown = codes("US").filter((code) -> !isKnown(code)).mapToObj(String::valueOf).toList();
		assertThat(unknown).isEmpty();
	}

	@Test
	void noCodeOfAnotherCountryIsKnown() {
		assertThat(codes("CA")).hasSizeGreaterThan(40).noneMatch(AreaCodesTests::isKnown);
		assertThat(IntStream.of(242, 246, 264, 268, 284, 340, 345, 441, 473, 649, 658, 664, 721, 758, 767, 784, 787,
				809, 829, 849, 868, 869, 876, 939))
			.noneMatch(AreaCodesTests::isKnown);
	}

	@Test
	void noCodeWithoutAPlaceIsKnown() {
		assertThat(IntStream.of(500, 521, 533, 700, 710, 800, 822, 833, 844, 855, 866, 877, 880, 888, 900, 911))
			.noneMatch(AreaCodesTests::isKnown);
	}

	@Test
	void theZonesCoverTheClocksOfEveryCode() {
		for (int code : codes("US").filter((each) -> !KNOWN_BETTER.contains(each)).toArray()) {
			var zones = PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number(code, 555)).stream();
			var clocks = zones.map(ZoneId::of).map(AreaCodesTests::clock).collect(Collectors.toSet());
			assertThat(clocksOf(code)).as("area code %d", code).containsAll(clocks);
		}
	}

	@Test
	void theBorderCodesHaveBothClocks() {
		var both = IntStream.range(200, 1000).filter((code) -> isKnown(code) && clocksOf(code).size() > 1).boxed();
		assertThat(both).containsExactly(208, 219, 270, 308, 364, 423, 448, 458, 541, 574, 605, 606, 620, 701, 729, 775,
				785, 812, 850, 906, 907, 928, 930, 986);
	}

	private static IntStream codes(String country) {
		return IntStream.range(200, 1000).filter((code) -> isOf(country, code));
	}

	private static boolean isOf(String country, int code) {
		return IntStream.of(234, 291, 400, 555, 700, 922).anyMatch((exchange) -> isOf(country, number(code, exchange)));
	}

	/** Personal and toll-free numbers are at home in every zone. */
	private static boolean isOf(String country, Phonenumber.PhoneNumber number) {
		return NUMBERS.isValidNumberForRegion(number, country)
				&& PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).size() < 20;
	}

	private static Phonenumber.PhoneNumber number(int code, int exchange) {
		return new Phonenumber.PhoneNumber().setCountryCode(1)
			.setNationalNumber(code * 10_000_000L + exchange * 10_000L + 4321);
	}

	private static boolean isKnown(int code) {
		return AreaCodes.standard()
			.of(new PhoneNumber("+1%d5554321".formatted(code)))
			.stream()
			.allMatch(Place.Known.class::isInstance);
	}

	private static Set<String> clocksOf(int code) {
		return AreaCodes.standard()
			.of(new PhoneNumber("+1%d5554321".formatted(code)))
			.stream()
			.flatMap((place) -> place.zones().stream())
			.map(AreaCodesTests::clock)
			.collect(Collectors.toSet());
	}

	/** Zones whose clocks agree in summer and winter are one. */
	private static String clock(ZoneId zone) {
		ZoneRules rules = zone.getRules();
		return rules.getOffset(WINTER) + " " + rules.getOffset(SUMMER);
	}

}

package rei.sms.config;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.contact.Contact;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.rules.QuietWindow;

import static org.assertj.core.api.Assertions.assertThat;

class SellerHoursTests {

	private final SellerHours hours = new SellerHours(QuietWindow.STANDARD);

	@ParameterizedTest
	@CsvSource({ "2026-11-23T18:00:00Z, 2026-11-23T18:00:00Z", "2026-11-24T04:00:00Z, 2026-11-24T15:00:00Z",
			"2026-11-24T14:59:59Z, 2026-11-24T15:00:00Z" })
	void aHoustonPhoneOpensAtNine(Instant now, Instant opens) {
		assertThat(this.hours.opens(contact(List.of(), List.of()), now)).isEqualTo(opens);
	}

	@Test
	void everyPlaceOfTheContactMustAllowIt() {
		var contact = contact(List.of("TX", "CA"), List.of("America/Chicago", "America/Los_Angeles"));
		assertThat(this.hours.opens(contact, Instant.parse("2026-11-24T15:30:00Z")))
			.isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
	}

	private static Contact contact(List<String> states, List<String> zones) {
		return new Contact(new PhoneNumber("+17132340001"), UUID.randomUUID(), null, null, null, states, zones, null,
				null, null, null, 0);
	}

}

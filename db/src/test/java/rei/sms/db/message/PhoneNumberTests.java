package rei.sms.db.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@ParameterizedTest
	@CsvSource({ "+17135550101,+17135550101", "17135550101,+17135550101", "(713) 555-0101,+17135550101",
			"713.555.0101,+17135550101", "' 17135550101',+17135550101", "+1 713 555 0101,+17135550101",
			"+52 55 1234 5678,+525512345678", "+442071838750,+442071838750" })
	void readAsPeopleAndVendorsWriteIt(String text, String e164) {
		assertThat(PhoneNumber.parse(text).e164()).isEqualTo(e164);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "+", "abc", "12", "72345", "+1713555010", "+171355501012", "+0123456789", "null" })
	void whatIsNoNumberIsNotRead(String text) {
		assertThat(PhoneNumber.tryParse(text)).isEmpty();
	}

	@Property
	void shortWayReadsAsTheLibraryDoes(@ForAll @CharRange(from = '2', to = '9') char first,
			@ForAll @Chars({ '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' }) @StringLength(9) String rest)
			throws NumberParseException {
		var library = PhoneNumberUtil.getInstance();
		var number = library.parse("+1" + first + rest, "US");
		assertThat(library.isPossibleNumber(number)).isTrue();
		assertThat(PhoneNumber.parse("+1" + first + rest).e164())
			.isEqualTo(library.format(number, PhoneNumberFormat.E164));
	}

}

package rei.sms.config.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					postgres://ann:secret@db.host:5433/sms           | jdbc:postgresql://db.host:5433/sms                 | ann | secret
					postgresql://ann:secret@db.host/sms              | jdbc:postgresql://db.host/sms                      | ann | secret
					postgres://ann:p%40ss%2Fw+rd%3A@h:1/sms          | jdbc:postgresql://h:1/sms                          | ann | p@ss/w+rd:
					postgres://ann:a:b@h/sms                         | jdbc:postgresql://h/sms                            | ann | a:b
					postgres://ann@h/sms?sslmode=require             | jdbc:postgresql://h/sms?sslmode=require            | ann | ''
					postgres://h/sms                                 | jdbc:postgresql://h/sms                            | ''  | ''
					jdbc:postgresql://h:1/sms                        | jdbc:postgresql://h:1/sms                          | ''  | ''
					jdbc:postgresql://h/sms?user=ann&password=a%26b  | jdbc:postgresql://h/sms                            | ann | a&b
					jdbc:postgresql://h/sms?ssl=true&user=ann&a=1    | jdbc:postgresql://h/sms?ssl=true&a=1               | ann | ''
					""")
	void parseReadsHostsAndJdbcAddresses(String address, String jdbc, String user, String password) {
		assertThat(DatabaseUrl.parse(address)).contains(new DatabaseUrl(jdbc, user, password));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mysql://h/sms", "postgres://", "postgres://h", "postgres://h/", "localhost:5432/sms",
			"jdbc:mysql://h/sms", "postgres://a b@h/sms" })
	void parseOfAnythingElseIsEmpty(String address) {
		assertThat(DatabaseUrl.parse(address)).isEmpty();
	}

	@Test
	void passwordIsNotShown() {
		assertThat(DatabaseUrl.parse("postgres://ann:secret@h/sms")).get().asString().doesNotContain("secret");
	}

}

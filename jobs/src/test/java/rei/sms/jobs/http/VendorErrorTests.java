package rei.sms.jobs.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VendorErrorTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"error":{"type":"INVALID_VALUE_FOR_COLUMN","message":"Bad"}}                | INVALID_VALUE_FOR_COLUMN | Bad
					{"error":"NOT_FOUND"}                                                        | NOT_FOUND                | NOT_FOUND
					{"errors":[{"error":"RATE_LIMIT_REACHED","message":"Slow down"}]}            | RATE_LIMIT_REACHED       | Slow down
					{"code":21211,"message":"The 'To' number is not valid","status":400}         | 21211                    | The 'To' number is not valid
					{"error":"From number not found"}                                            | ''                       | From number not found
					{"code":"E7","error":"From number not found"}                                | E7                       | From number not found
					{"detail":"No such account"}                                                 | ''                       | No such account
					{"errors":["Body is required"]}                                              | ''                       | Body is required
					{"error":{"message":"Too long","type":"invalid_request_error","code":null}}  | invalid_request_error    | Too long
					{"errors":[]}                                                                | ''                       | ''
					[]                                                                           | ''                       | ''
					""")
	void readUnderstandsEveryShape(String document, String type, String message) {
		assertThat(VendorError.read(JsonMapper.shared().readTree(document))).isEqualTo(new VendorError(type, message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Unknown field name: "Stage"                           | Stage
			Field "Sent Count" cannot accept the provided value   | Sent Count
			Field "Lead" cannot accept a value because the field is computed | Lead
			""")
	void fieldIsReadFromTheVendorsWords(String message, String field) {
		assertThat(new VendorError("X", message).field()).contains(field);
	}

	@Test
	void fieldIsEmptyWhenNoneIsNamed() {
		assertThat(new VendorError("X", "Insufficient permissions to create new select option").field()).isEmpty();
	}

	@Test
	void readShortensEndlessWords() {
		var document = JsonMapper.shared().createObjectNode().put("message", "x".repeat(5000));
		assertThat(VendorError.read(document).message()).hasSize(1000);
	}

}

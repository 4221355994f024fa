package rei.sms.webhooks.payload;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PayloadsPropertyTests {

	@Property
	void anyBytesAreReadOrRefused(@ForAll byte[] body, @ForAll("types") String type, @ForAll("garbled") String query) {
		readOrRefuse(body, type, query);
	}

	@Property
	void anythingLikeAMessageIsReadOrRefused(@ForAll("garbled") String body, @ForAll("types") String type) {
		readOrRefuse(body.getBytes(UTF_8), type, null);
	}

	@Provide
	Arbitrary<String> types() {
		return Arbitraries.of("", ";", "application/json", "application/x-www-form-urlencoded",
				"application/json;charset=latin1", "text/plain; charset=windows-1252", "multipart/form-data", "é");
	}

	@Provide
	Arbitrary<String> garbled() {
		return Arbitraries
			.of("{", "}", "[", "]", ":", ",", "\"", "From", "Body", "=", "&", "%", "%4", "%C3%A9", "%ED%A0%80", "+",
					"\\u", "\\ud800", "\\", "null", "1e9", "-", "🛑", "\uFEFF", "\u0000", " ", "\n")
			.list()
			.ofMaxSize(40)
			.map((parts) -> String.join("", parts));
	}

	private static void readOrRefuse(byte[] body, String type, String query) {
		try {
			var payload = Payloads.read(body, type, query);
			for (var field : Field.values()) {
				payload.find(field).ifPresent((text) -> assertThat(text).doesNotContain("\u0000").isNotBlank());
			}
		}
		catch (Refusal ex) {
			assertThat(ex.status().is4xxClientError()).isTrue();
			assertThat(ex.detail()).matches("[A-Za-z0-9 ,.-]+");
		}
	}

}

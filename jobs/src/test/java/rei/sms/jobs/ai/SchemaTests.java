package rei.sms.jobs.ai;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaTests {

	private final Schema schema = Schema.of("""
			{"type":"object","additionalProperties":false,"required":["topic","stop"],"properties":{
			"topic":{"type":"string","enum":["price","time"]},"stop":{"type":"boolean"},"sure":{"type":"number"}}}""");

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"topic\":\"price\",\"stop\":false}", "{\"stop\":true,\"topic\":\"time\",\"sure\":0.5}" })
	void whatHasTheFormIsAllowed(String answer) {
		assertThat(this.schema.allows(JsonMapper.shared().readTree(answer))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "\"price\"", "null", "{\"topic\":\"price\"}",
			"{\"topic\":\"love\",\"stop\":false}", "{\"topic\":\"price\",\"stop\":\"false\"}",
			"{\"topic\":[\"price\"],\"stop\":false}", "{\"topic\":\"price\",\"stop\":false,\"sure\":\"very\"}",
			"{\"topic\":\"price\",\"stop\":false,\"extra\":1}" })
	void whatHasAnotherFormIsNot(String answer) {
		assertThat(this.schema.allows(JsonMapper.shared().readTree(answer))).isFalse();
	}

}

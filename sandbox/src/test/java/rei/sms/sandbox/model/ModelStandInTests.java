package rei.sms.sandbox.model;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rei.sms.sandbox.http.Caller;
import rei.sms.sandbox.http.Caller.Reply;
import rei.sms.sandbox.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

class ModelStandInTests {

	private static final String SCHEMA = """
			,"response_format":{"type":"json_schema","json_schema":{"name":"x","schema":{"type":"object","properties":{
			"ai_intent":{"type":"string","enum":["intro","ask_price","not_interested","neutral","wrong_number"]},
			"intent":{"enum":["Positive","Neutral","Reject","DNC"]},"opt_out":{"type":"boolean"},
			"confidence":{"type":"number"},"summary":{"type":"string"}}}}}""";

	private final ModelStandIn model = ModelStandIn.start(ModelOptions.DEFAULT);

	private final Caller caller = new Caller(this.model.url(), "Bearer sandbox");

	@AfterEach
	void close() {
		this.model.close();
	}

	@ParameterizedTest
	@CsvSource({ "How much would you pay?,ask_price,Positive,false", "STOP texting me,not_interested,DNC,true",
			"wrong number,wrong_number,Reject,false", "ok,neutral,Neutral,false" })
	void answersInTheFormOfTheSchema(String text, String aiIntent, String intent, boolean optOut) {
		var answer = Json.parse(content(ask(text, SCHEMA)));
		assertThat(answer.path("ai_intent").asString()).isEqualTo(aiIntent);
		assertThat(answer.path("intent").asString()).isEqualTo(intent);
		assertThat(answer.path("opt_out").asBoolean()).isEqualTo(optOut);
		assertThat(answer.path("confidence").asDouble()).isBetween(0.0, 1.0);
		assertThat(answer.path("summary").asString()).isNotBlank();
	}

	@Test
	void answersTheSameShortTextEachTime() {
		String first = content(ask("How much would you pay?", ""));
		assertThat(first).hasSizeBetween(10, 160).isEqualTo(content(ask("How much would you pay?", "")));
	}

	@Test
	void saysWhatItIsTold() {
		this.model.say("one");
		this.model.say("two");
		assertThat(List.of(content(ask("Hi", "")), content(ask("Hi", SCHEMA)))).containsExactly("one", "two");
		assertThat(this.model.asked()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SENSIBLE")
	void moodsIgnoreTheSchema(Mood mood) {
		this.model.mood(mood);
		assertThat(content(ask("Hi", SCHEMA))).isEqualTo(mood.words());
	}

	@Test
	void refusesWrongKeysAndEmptyQuestions() {
		assertThat(new Caller(this.model.url(), "Bearer nope").get("/models").status()).isEqualTo(401);
		assertThat(this.caller.call("POST", "/chat/completions", "{}").status()).isEqualTo(400);
		assertThat(this.caller.get("/models").status()).isEqualTo(200);
	}

	private Reply ask(String text, String more) {
		return this.caller.call("POST", "/chat/completions",
				"{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"stop\"},{\"role\":\"user\",\"content\":\""
						+ text + "\"}]" + more + "}");
	}

	private static String content(Reply reply) {
		return reply.json().path("choices").path(0).path("message").path("content").asString();
	}

}

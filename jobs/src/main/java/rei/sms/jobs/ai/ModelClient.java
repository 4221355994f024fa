package rei.sms.jobs.ai;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import okhttp3.HttpUrl;
import okhttp3.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.jobs.ai.ModelProperties.Endpoint;
import rei.sms.jobs.http.Departure;
import rei.sms.jobs.http.JsonHttp;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Timeouts;
import rei.sms.jobs.http.Unavailable;

/** Asks one model over an OpenAI-compatible API. */
final class ModelClient {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** Models like to put their JSON into a fence, with a word before it. */
	private static final Pattern OBJECT = Pattern.compile("\\{.*}", Pattern.DOTALL);

	private static final Set<String> CUT_OFF = Set.of("length", "content_filter");

	private final Endpoint endpoint;

	private final JsonHttp http;

	ModelClient(Endpoint endpoint) {
		this.endpoint = endpoint;
		this.http = new JsonHttp(new Timeouts(Duration.ofSeconds(3), endpoint.timeout(), endpoint.timeout()));
	}

	/**
	 * The model's answer.
	 * @throws Unavailable when it gave none in time, or none that is an object of JSON or
	 * the one text that was asked for
	 * @throws Rejected when it refuses such questions
	 */
	Completion complete(Question question) {
		var body = this.http.body(Chat.body(this.endpoint.model(), question));
		var answer = this.http.exchange(request("chat/completions").post(body).build(), Departure.AT_ONCE);
		var usage = answer.path("usage");
		return new Completion(content(answer.path("choices").path(0), question), usage.path("prompt_tokens").asInt(0),
				usage.path("completion_tokens").asInt(0));
	}

	/** Whether anybody answers there, for doctor. */
	void knock() {
		if (this.endpoint.model().isBlank()) {
			throw unusable("the model's name is missing");
		}
		this.http.exchange(request("models").build(), Departure.AT_ONCE);
	}

	private static JsonNode content(JsonNode choice, Question question) {
		if (CUT_OFF.contains(choice.path("finish_reason").asString(""))) {
			throw unusable("the answer was cut off");
		}
		var text = choice.path("message").path("content").asString("");
		var object = OBJECT.matcher(text);
		return object.find() ? object(object.group()) : bare(text, question);
	}

	private static JsonNode bare(String text, Question question) {
		return Schema.of(question.schema())
			.onlyText()
			.flatMap((name) -> PlainWords.of(text).<JsonNode>map((words) -> MAPPER.createObjectNode().put(name, words)))
			.orElseThrow(() -> unusable("the answer is no JSON"));
	}

	private static JsonNode object(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			throw unusable("the answer is no JSON");
		}
	}

	private static Unavailable unusable(String reason) {
		return new Unavailable(reason, Outcome.UNKNOWN);
	}

	private Request.Builder request(String path) {
		var url = HttpUrl.get(this.endpoint.url()).newBuilder().addPathSegments(path).build();
		var request = new Request.Builder().url(url);
		return this.endpoint.key().isBlank() ? request
				: request.header("Authorization", "Bearer " + this.endpoint.key());
	}

}

package rei.sms.sandbox.model;

import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.StandIn;
import rei.sms.sandbox.http.StandInServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat-completions endpoint that answers every model name, to script and break from a
 * test.
 */
public final class ModelStandIn extends StandIn {

	private final ModelOptions options;

	private final StandInServer server;

	private final Queue<String> script = new ConcurrentLinkedQueue<>();

	private final Queue<JsonNode> asked = new ConcurrentLinkedQueue<>();

	private volatile Mood mood = Mood.SENSIBLE;

	private ModelStandIn(ModelOptions options) {
		this.options = options;
		this.server = StandInServer.start(options.server(), Clock.systemUTC(), this::answer);
	}

	public static ModelStandIn start(ModelOptions options) {
		return new ModelStandIn(options);
	}

	/**
	 * The base URL of the API, ending in {@code /v1}.
	 */
	@Override
	public String url() {
		return super.url() + "/v1";
	}

	public String key() {
		return this.options.key();
	}

	/**
	 * Answers like this from now on.
	 */
	public void mood(Mood mood) {
		this.mood = mood;
	}

	/**
	 * The next answer's content, to the letter; several wait in order.
	 */
	public void say(String content) {
		this.script.add(content);
	}

	/**
	 * Drops what it was told to say.
	 */
	public void forget() {
		this.script.clear();
	}

	/**
	 * The bodies of all questions, oldest first.
	 */
	public List<JsonNode> asked() {
		return List.copyOf(this.asked);
	}

	@Override
	protected StandInServer server() {
		return this.server;
	}

	private Answer answer(Request request) {
		if (!("Bearer " + this.options.key()).equals(request.header("authorization"))) {
			return ModelFaults.error(401, "Incorrect API key provided");
		}
		return switch (request.method() + " " + request.rawPath()) {
			case "POST /v1/chat/completions" -> complete(Json.parse(request.body()));
			case "GET /v1/models" -> models();
			default -> ModelFaults.error(404, "Unknown request URL");
		};
	}

	private Answer complete(JsonNode question) {
		if (question.path("model").asString("").isEmpty() || !question.path("messages").isArray()
				|| question.path("messages").isEmpty()) {
			return ModelFaults.error(400, "model and messages are required");
		}
		this.asked.add(question);
		ObjectNode body = Json.object()
			.put("id", "chatcmpl-" + this.asked.size())
			.put("object", "chat.completion")
			.put("model", question.path("model").asString());
		ObjectNode choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
		choice.putObject("message").put("role", "assistant").put("content", content(question));
		body.putObject("usage").put("prompt_tokens", 100).put("completion_tokens", 20).put("total_tokens", 120);
		return Answer.json(200, body);
	}

	private String content(JsonNode question) {
		String scripted = this.script.poll();
		if (scripted != null) {
			return scripted;
		}
		return (this.mood == Mood.SENSIBLE) ? sensible(question) : this.mood.words();
	}

	private static String sensible(JsonNode question) {
		var guess = Guess.of(lastUserText(question.path("messages")));
		JsonNode format = question.path("response_format");
		return switch (format.path("type").asString("text")) {
			case "json_schema" ->
				new SchemaFiller(guess).fill("", format.path("json_schema").path("schema")).toString();
			case "json_object" -> Json.tree(guess).toString();
			default -> guess.reply();
		};
	}

	private static String lastUserText(JsonNode messages) {
		return messages.valueStream()
			.filter((message) -> message.path("role").asString("").equals("user"))
			.map((message) -> message.path("content").asString(""))
			.reduce("", (_, later) -> later);
	}

	private static Answer models() {
		ObjectNode body = Json.object().put("object", "list");
		body.putArray("data").addObject().put("id", "sandbox").put("object", "model");
		return Answer.json(200, body);
	}

}

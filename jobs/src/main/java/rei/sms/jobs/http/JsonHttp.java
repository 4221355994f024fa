package rei.sms.jobs.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a vendor's JSON API: each call is made once, follows no redirect, and ends with
 * an answer, {@link Unavailable} or {@link Rejected}. No failure quotes a URL, a header
 * or a body.
 */
public final class JsonHttp {

	private static final MediaType JSON = MediaType.get("application/json");

	private static final long LARGEST_ANSWER = 32L << 20;

	/** Of our own: what vendors are told must not follow how our pages are written. */
	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final OkHttpClient client;

	public JsonHttp(Timeouts timeouts) {
		// HTTP/1.1: a broken connection takes no other call with it.
		this.client = new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1))
			.connectTimeout(timeouts.connect())
			.readTimeout(timeouts.read())
			.writeTimeout(timeouts.read())
			.callTimeout(timeouts.whole())
			.connectionPool(new ConnectionPool(64, 30, TimeUnit.SECONDS))
			.followRedirects(false)
			.followSslRedirects(false)
			.retryOnConnectionFailure(false)
			.addNetworkInterceptor(new Turnstile())
			.eventListener(new DepartureListener())
			.build();
	}

	/** A value as the JSON body of a request. */
	public RequestBody body(Object value) {
		return RequestBody.create(MAPPER.writeValueAsBytes(value), JSON);
	}

	/** Makes the call; an empty answer is a missing node. */
	public JsonNode exchange(Request request, Departure departure) {
		return read(call(request, departure));
	}

	/** Makes the call and reads its answer as a {@code type}. */
	public <T> T exchange(Request request, Departure departure, Class<T> type) {
		var answer = exchange(request, departure);
		try {
			return MAPPER.treeToValue(answer, type);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw unreadable(request.url().host());
		}
	}

	/** Makes the call; what a success answers does not matter. */
	public void deliver(Request request, Departure departure) {
		call(request, departure);
	}

	private Answer call(Request request, Departure departure) {
		var passage = new Passage(departure);
		try (Response response = this.client.newCall(fenced(request, passage)).execute()) {
			return judged(new Answer(request.url().host(), response.code(), text(response), RetryAfter.of(response)));
		}
		catch (Passage.Withheld ex) {
			throw ex.reason();
		}
		catch (IOException ex) {
			throw new Unavailable(request.url().host() + " gave no answer: " + ex.getClass().getSimpleName(),
					passage.outcome(), null, VendorError.NONE, ex);
		}
	}

	private static Request fenced(Request request, Passage passage) throws IOException {
		var body = request.body();
		var builder = request.newBuilder().tag(Passage.class, passage);
		return ((body != null) ? builder.method(request.method(), new FencedBody(body, passage)) : builder).build();
	}

	private static String text(Response response) throws IOException {
		var source = response.body().source();
		if (source.request(LARGEST_ANSWER + 1)) {
			throw new IOException("an answer too large");
		}
		return source.readUtf8();
	}

	private Answer judged(Answer answer) {
		if (answer.isSuccess()) {
			return answer;
		}
		throw answer.failure(reason(answer));
	}

	private VendorError reason(Answer answer) {
		try {
			return VendorError.read(MAPPER.readTree(answer.body()));
		}
		catch (JacksonException ex) {
			return VendorError.NONE;
		}
	}

	private JsonNode read(Answer answer) {
		try {
			return MAPPER.readTree(answer.body());
		}
		catch (JacksonException ex) {
			throw unreadable(answer.host());
		}
	}

	/** Without the parser's exception, which would quote the answer. */
	private static Unavailable unreadable(String host) {
		return new Unavailable(host + " gave an unreadable answer", Outcome.UNKNOWN, Duration.ZERO);
	}

}

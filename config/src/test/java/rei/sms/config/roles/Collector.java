package rei.sms.config.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes traces as an OpenTelemetry collector does, by OTLP over HTTP. */
final class Collector implements AutoCloseable {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private Collector(HttpServer server) {
		this.server = server;
	}

	static Collector start() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			var collector = new Collector(server);
			server.createContext("/v1/traces", collector::take);
			server.start();
			return collector;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** What was sent, word for word. */
	List<String> bodies() {
		return this.bodies;
	}

	/** Every span that arrived. */
	List<JsonNode> spans() {
		return this.bodies.stream()
			.flatMap((body) -> MAPPER.readTree(body).findValues("spans").stream())
			.flatMap((spans) -> spans.valueStream())
			.toList();
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(200, -1);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

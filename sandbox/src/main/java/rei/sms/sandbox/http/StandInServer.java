package rei.sms.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on the loopback address that answers as its routes say, unless a fault
 * strikes.
 */
public final class StandInServer implements AutoCloseable {

	private static final ScopedValue<Arrival> ARRIVAL = ScopedValue.newInstance();

	private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

	private static final System.Logger logger = System.getLogger(StandInServer.class.getName());

	static {
		// Without it an answer waits up to 40 ms for the client's delayed
		// acknowledgement.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
	}

	private final HttpServer server;

	private final Clock clock;

	private final Function<Request, Answer> routes;

	private final Function<Request, Answer> control;

	private final Faults faults = new Faults();

	private final RequestLog log = new RequestLog(10_000);

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Duration latency;

	private StandInServer(HttpServer server, ServerOptions options, Clock clock, Function<Request, Answer> routes,
			Function<Request, Answer> control) {
		this.server = server;
		this.clock = clock;
		this.routes = routes;
		this.control = control;
		this.latency = options.latency();
	}

	/**
	 * Listens at once.
	 * @throws UncheckedIOException when the port is taken
	 */
	public static StandInServer start(ServerOptions options, Clock clock, Function<Request, Answer> routes) {
		return start(options, clock, routes, routes);
	}

	/**
	 * Listens at once; {@code control} answers what is asked under {@code /-/}, never
	 * fails and is not logged.
	 */
	public static StandInServer start(ServerOptions options, Clock clock, Function<Request, Answer> routes,
			Function<Request, Answer> control) {
		try {
			var address = new InetSocketAddress(LOOPBACK, options.port());
			var server = new StandInServer(HttpServer.create(address, 1024), options, clock, routes, control);
			server.server.setExecutor(server::stamp);
			server.server.createContext("/", server::exchange);
			listen(server.server);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Scheme, host and port.
	 */
	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	public Faults faults() {
		return this.faults;
	}

	public RequestLog log() {
		return this.log;
	}

	/**
	 * Every answer takes at least this long from now on.
	 */
	public void latency(Duration latency) {
		this.latency = latency;
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	/**
	 * The listener inherits being a daemon: a forgotten stand-in keeps no process alive.
	 */
	private static void listen(HttpServer server) {
		try {
			Thread.ofPlatform().daemon().start(server::start).join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Called by the server when a connection becomes readable: the first byte is there.
	 */
	private void stamp(Runnable exchange) {
		var arrival = new Arrival(this.clock.instant(), System.nanoTime());
		Thread.ofVirtual().start(() -> ScopedValue.where(ARRIVAL, arrival).run(exchange));
	}

	private void exchange(HttpExchange exchange) throws IOException {
		try (exchange) {
			Request request = read(exchange);
			if (request.rawPath().startsWith("/-/")) {
				write(exchange, this.control.apply(request));
				return;
			}
			Fault fault = this.faults.strike(request);
			Answer answer = answer(request, fault);
			this.log.add(new RequestLog.Entry(request.arrival().at(), request.method(), request.rawPath(),
					(answer != null) ? answer.records() : 0, outcome(fault, answer)));
			if (answer != null) {
				await((fault instanceof Fault.Hang(var time)) ? time : this.latency);
				write(exchange, answer);
			}
		}
	}

	private @Nullable Answer answer(Request request, @Nullable Fault fault) {
		return switch (fault) {
			case null -> apply(request);
			case Fault.Hang _ -> apply(request);
			case Fault.Instead(var answer) -> answer;
			case Fault.ResetBefore _ -> null;
			case Fault.ResetAfter _ -> {
				apply(request);
				yield null;
			}
			case Fault.AppliedBut(var answer) -> {
				apply(request);
				yield answer;
			}
		};
	}

	private Answer apply(Request request) {
		try {
			return this.routes.apply(request);
		}
		catch (RuntimeException ex) {
			logger.log(System.Logger.Level.ERROR, "A stand-in failed at " + request.rawPath(), ex);
			return new Answer(500, "text/plain", Map.of(), "The stand-in itself failed: " + ex, 0);
		}
	}

	private static String outcome(@Nullable Fault fault, @Nullable Answer answer) {
		String status = (answer != null) ? String.valueOf(answer.status()) : "reset";
		return (fault != null) ? fault.getClass().getSimpleName() + " " + status : status;
	}

	private static Request read(HttpExchange exchange) throws IOException {
		var headers = new LinkedHashMap<String, String>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
		var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(headers), body,
				ARRIVAL.get());
	}

	private static void write(HttpExchange exchange, Answer answer) throws IOException {
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", answer.contentType());
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(answer.status(), (body.length == 0) ? -1 : body.length);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

	private void await(Duration time) {
		try {
			if (time.isPositive()) {
				this.closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

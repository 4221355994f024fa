import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Drives the three webhooks of a running engine over loopback beside pgbench, which does
 * the same single-row insert on the same server, in alternating rounds.
 */
public class WebhookBench {

	/** What one request is, and the insert that it comes down to. */
	enum Load {

		INBOUND("/inbound", "inbound", "Yes, how much would you offer me for the house?", """
				INSERT INTO bench_inbound (sid, conversation_id, seller_phone, our_number, body, request, received_at, linked_to)
				VALUES ('pg' || :n, gen_random_uuid(), '+17135550101', '+18325550100',
				'Yes, how much would you offer me for the house?', 'NONE', now(), 'PROSPECT') ON CONFLICT (sid) DO NOTHING"""),
		OUTBOUND("/outbound", "outbound_echo", "Hi, is the house on Elm Street still yours?", """
				INSERT INTO bench_outbound_echo (sid, conversation_id, seller_phone, our_number, body, received_at, linked_to)
				VALUES ('pg' || :n, gen_random_uuid(), '+17135550101', '+18325550100',
				'Hi, is the house on Elm Street still yours?', now(), 'PROSPECT') ON CONFLICT (sid) DO NOTHING"""),
		DELIVERY("/delivery", "receipt", "", """
				INSERT INTO bench_receipt (sid, status, normalized, seller_phone, our_number, received_at)
				VALUES ('pg' || :n, 'delivered', 'DELIVERED', '+17135550101', '+18325550100', now())
				ON CONFLICT (sid, status) DO NOTHING"""),
		STOP("/inbound", "inbound", "STOP", INBOUND.insert);

		private final String path;

		private final String table;

		private final String body;

		private final String insert;

		Load(String path, String table, String body, String insert) {
			this.path = path;
			this.table = table;
			this.body = URLEncoder.encode(body, StandardCharsets.UTF_8);
			this.insert = insert;
		}

		String form(String sid, long seller) {
			var ours = "%2B18325550100";
			var sellers = "%2B1" + (2_000_000_000L + seller);
			var inbound = this == INBOUND || this == STOP;
			return "MessageSid=" + sid + "&From=" + (inbound ? sellers : ours) + "&To=" + (inbound ? ours : sellers)
					+ ((this == DELIVERY) ? "&MessageStatus=delivered"
							: "&Body=" + this.body);
		}

	}

	/** One round of requests. */
	record Round(double perSecond, double median, double p99, long acknowledged, long errors, Cpu cpu) {
	}

	/** One round of pgbench. */
	record Pgbench(double perSecond, Cpu cpu) {
	}

	/** All rounds of one load. */
	record Result(Load load, List<Pgbench> pgbench, List<Round> rounds) {

		double throughput() {
			return median(this.rounds.stream().map(Round::perSecond).toList());
		}

		double pgbenchThroughput() {
			return median(this.pgbench.stream().map(Pgbench::perSecond).toList());
		}

		double ratio() {
			return throughput() / pgbenchThroughput();
		}

		double p99() {
			return median(this.rounds.stream().map(Round::p99).toList());
		}

		long errors() {
			return this.rounds.stream().mapToLong(Round::errors).sum();
		}

	}

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final Map<Load, Long> acknowledged = new LinkedHashMap<>();

	private final List<String> faults = new ArrayList<>();

	private final int port = Integer.parseInt(required("BENCH_PORT"));

	private final String token = required("BENCH_TOKEN");

	private final String database = required("BENCH_DATABASE");

	private final String pgbench = required("BENCH_PGBENCH");

	private final String psql = required("BENCH_PSQL");

	private final long engine = Long.parseLong(required("BENCH_ENGINE"));

	private final long postmaster = number("BENCH_POSTMASTER", 0);

	private final int rounds = number("BENCH_ROUNDS", 5);

	private final int seconds = number("BENCH_SECONDS", 10);

	private final int clients = number("BENCH_CLIENTS", 32);

	private final long rows = number("BENCH_ROWS", 0);

	private final List<Load> loads = Pattern.compile(",")
		.splitAsStream(System.getenv().getOrDefault("BENCH_LOADS", "INBOUND,OUTBOUND,DELIVERY,STOP"))
		.map(Load::valueOf)
		.toList();

	public static void main(String[] args) throws Exception {
		System.exit(new WebhookBench().run() ? 0 : 1);
	}

	private boolean run() throws Exception {
		awaitEngine();
		copyTables();
		var empty = measure(this.loads);
		report("inboxes as they are", empty);
		if (this.rows > 0) {
			preload();
			var full = measure(this.loads.stream().filter((load) -> load != Load.STOP).toList());
			report("inboxes with " + this.rows + " more rows each", full);
			full.forEach((load, result) -> check(result.throughput() >= 0.8 * empty.get(load).throughput(),
					load + " with " + this.rows + " rows is %.0f %% of what it was"
						.formatted(100 * result.throughput() / empty.get(load).throughput())));
		}
		if (empty.containsKey(Load.INBOUND) && empty.containsKey(Load.STOP)) {
			var dearer = empty.get(Load.INBOUND).throughput() / empty.get(Load.STOP).throughput();
			check(dearer <= 2, "STOP costs %.2f times a plain message".formatted(dearer));
		}
		countRows();
		this.faults.forEach((fault) -> System.out.println("MISSED: " + fault));
		System.out.println(this.faults.isEmpty() ? "All goals are met." : "Some goals are missed.");
		return this.faults.isEmpty();
	}

	/** Whoever deploys it lets texts through once it says that it is well. */
	private void awaitEngine() throws Exception {
		for (var tries = 0; tries < 240; tries++) {
			try (var socket = new Socket("127.0.0.1", this.port)) {
				socket.getOutputStream().write("GET /health HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				if (new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200")) {
					return;
				}
			}
			catch (IOException ex) {
				Thread.sleep(250);
			}
		}
		throw new IllegalStateException("the engine does not say that it is well");
	}

	/**
	 * pgbench writes copies of the inboxes, keys and indexes and all, but without the notice to the worker: a
	 * NOTIFY in each of its transactions would make it slow.
	 */
	private void copyTables() throws Exception {
		for (var table : List.of("inbound", "outbound_echo", "receipt")) {
			sql("SET client_min_messages = warning; DROP TABLE IF EXISTS bench_" + table);
			sql("CREATE TABLE bench_%1$s (LIKE %1$s INCLUDING ALL)".formatted(table));
		}
	}

	private Map<Load, Result> measure(List<Load> loads) throws Exception {
		var results = new LinkedHashMap<Load, Result>();
		for (var load : loads) {
			results.put(load, new Result(load, new ArrayList<>(), new ArrayList<>()));
		}
		for (var round = 1; round <= this.rounds; round++) {
			for (var load : loads) {
				var result = results.get(load);
				result.pgbench().add(pgbench(load));
				result.rounds().add(drive(load));
				tell(round, load, result.pgbench().getLast(), result.rounds().getLast());
			}
		}
		return results;
	}

	private void tell(int number, Load load, Pgbench pgbench, Round round) {
		System.out.printf("round %d %-8s pgbench %6.0f tps   engine %6.0f/s   median %5.1f ms   p99 %5.1f ms   %s%n", number,
				load, pgbench.perSecond(), round.perSecond(), round.median(), round.p99(),
				"CPU ms for 1000: pgbench %.0f + %.0f, engine %.0f + %.0f + %.0f".formatted(pgbench.cpu().postgres(),
						pgbench.cpu().driver(), round.cpu().engine(), round.cpu().postgres(), round.cpu().driver()));
	}

	private void report(String title, Map<Load, Result> results) {
		System.out.printf("%n%s: medians of %d rounds of %d s, %d connections%n", title, this.rounds, this.seconds,
				this.clients);
		System.out.printf("%-9s %12s %12s %7s %9s %7s%n", "", "pgbench tps", "engine /s", "ratio", "p99 ms", "errors");
		results.forEach((load, result) -> {
			System.out.printf("%-9s %12.0f %12.0f %7.2f %9.1f %7d%n", load, result.pgbenchThroughput(),
					result.throughput(), result.ratio(), result.p99(), result.errors());
			check(load == Load.STOP || result.ratio() >= 0.6, load + " has %.2f of pgbench".formatted(result.ratio()));
			check(load == Load.STOP || result.p99() <= 20, load + " has a p99 of %.1f ms".formatted(result.p99()));
			check(result.errors() == 0, load + " has " + result.errors() + " errors");
		});
		System.out.println();
	}

	private Pgbench pgbench(Load load) throws Exception {
		var before = Cpu.now(this.engine, this.postmaster);
		var script = Files.createTempFile("insert", ".sql");
		Files.writeString(script, "\\set n random(1, 9000000000000000000)\n" + load.insert.replace('\n', ' ') + ";\n");
		var said = exec(this.pgbench, "-n", "-M", "prepared", "-c", "" + this.clients, "-j", "2", "-T",
				"" + this.seconds, "-f", script.toString(), this.database);
		Files.delete(script);
		var tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
		if (!tps.find()) {
			throw new IllegalStateException(said);
		}
		var perSecond = Double.parseDouble(tps.group(1));
		var after = Cpu.now(this.engine, this.postmaster);
		return new Pgbench(perSecond, before.until(after, (long) (perSecond * this.seconds)));
	}

	private Round drive(Load load) throws Exception {
		var before = Cpu.now(this.engine, this.postmaster);
		var driver = new Driver(this.port, this.clients, (seller) -> request(load, seller));
		driver.run(Duration.ofSeconds(this.seconds));
		var latencies = driver.latencies();
		this.acknowledged.merge(load, (long) latencies.length, Long::sum);
		return new Round(latencies.length / driver.seconds(), at(latencies, 0.5), at(latencies, 0.99), latencies.length,
				driver.errors(), before.until(Cpu.now(this.engine, this.postmaster), latencies.length));
	}

	private byte[] request(Load load, long seller) {
		var form = load.form(sid(load, seller), seller % 8_000_000_000L);
		return ("POST " + load.path + "?token=" + this.token
				+ " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
				+ form.length() + "\r\n\r\n" + form)
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** As the providers' are, it stands anywhere among the others: no index grows at its end alone. */
	private String sid(Load load, long seller) {
		return HexFormat.of().toHexDigits(seller * 0x9E3779B97F4A7C15L) + mark(load);
	}

	/** How the SIDs of this run end. */
	private String mark(Load load) {
		return "-" + this.run + load.ordinal();
	}

	private void preload() throws Exception {
		System.out.println("putting " + this.rows + " rows into each inbox ...");
		for (var load : this.loads) {
			if (load != Load.STOP) {
				sql(old(load).formatted(this.run, this.rows));
				sql("VACUUM ANALYZE " + load.table);
			}
		}
		sql("CHECKPOINT");
	}

	/** Rows that were worked off long ago. */
	private static String old(Load load) {
		return switch (load) {
			case INBOUND, STOP -> """
					INSERT INTO inbound (sid, conversation_id, seller_phone, our_number, body, request, received_at, linked_to, linked_at)
					SELECT md5(n::text) || '-%1$s', gen_random_uuid(), '+1' || (3000000000 + n), '+18325550100', 'Yes, who is this?',
						'NONE', now() - n * interval '1 second', 'PROSPECT', now() FROM generate_series(1, %2$d) AS n""";
			case OUTBOUND -> """
					INSERT INTO outbound_echo (sid, conversation_id, seller_phone, our_number, body, received_at, linked_to, linked_at)
					SELECT md5(n::text) || '-%1$s', gen_random_uuid(), '+1' || (3000000000 + n), '+18325550100', 'Hi, is it yours?',
						now() - n * interval '1 second', 'PROSPECT', now() FROM generate_series(1, %2$d) AS n""";
			case DELIVERY -> """
					INSERT INTO receipt (sid, status, normalized, seller_phone, our_number, received_at, state, applied_at)
					SELECT md5(n::text) || '-%1$s', 'delivered', 'DELIVERED', '+1' || (3000000000 + n), '+18325550100',
						now() - n * interval '1 second', 'APPLIED', now() FROM generate_series(1, %2$d) AS n""";
		};
	}

	private void countRows() throws Exception {
		for (var load : this.acknowledged.keySet()) {
			var stored = Long.parseLong(sql("SELECT count(*) FROM " + load.table + " WHERE sid LIKE '%" + mark(load) + "'"));
			System.out.printf("%-9s %d acknowledged, %d stored%n", load, this.acknowledged.get(load), stored);
			check(stored == this.acknowledged.get(load), load + " has other rows than it acknowledged");
		}
	}

	private void check(boolean met, String what) {
		if (!met) {
			this.faults.add(what);
		}
	}

	private String sql(String statement) throws Exception {
		return exec(this.psql, "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", this.database, "-c", statement).strip();
	}

	private static String exec(String... command) throws Exception {
		var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(Path.of(command[0]).getFileName() + " failed: " + said);
		}
		return said;
	}

	private static double at(long[] sorted, double share) {
		return (sorted.length > 0) ? sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6 : 0;
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
	}

	private static String required(String name) {
		var value = System.getenv(name);
		if (value == null) {
			throw new IllegalArgumentException(name + " is not set: start it by bench/webhooks/run");
		}
		return value;
	}

	private static int number(String name, int otherwise) {
		var value = System.getenv(name);
		return (value != null && !value.isBlank()) ? Integer.parseInt(value) : otherwise;
	}

}

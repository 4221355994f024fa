package rei.sms.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long pages take to be made over millions of messages, and that none of them reads a
 * large table from end to end; {@code bench/pages} runs it.
 */
class PagesBench {

	private static final int CONTACTS = Integer.getInteger("bench.contacts", 1_000_000);

	private static final List<String> LARGE = List.of("conversation", "contact", "prospect", "prospect_words",
			"attempt", "recipient");

	/** An engine that has just begun compiles more than it shows. */
	private static final int WARM_UP = 15;

	private static final int ROUNDS = 40;

	private static final long BOUND = 50;

	@Test
	void everyPageIsQuickAndReadsNoLargeTableWhole() throws Exception {
		try (var engine = TestPages.start("--ops.password=" + TestPages.PASSWORD)) {
			var jdbc = engine.getBean(JdbcClient.class);
			var begun = System.nanoTime();
			fill(engine.getBean(DataSource.class));
			System.out.printf(Locale.ROOT, "MEASURED %,d messages, %,d contacts, filled in %d s%n",
					count(jdbc, "conversation"), count(jdbc, "contact"), millisecondsSince(begun) / 1000);
			var visitor = Visitor.signedIn(TestPages.port(engine));
			countForTheFirstTime(visitor, jdbc);
			var pages = pages(jdbc);
			for (var round = 0; round < WARM_UP; round++) {
				pages.forEach(visitor::page);
			}
			var before = scans(jdbc);
			var slow = pages.stream().filter((page) -> median(visitor, page) >= BOUND).toList();
			assertThat(scans(jdbc)).isEqualTo(before);
			assertThat(slow).isEmpty();
		}
	}

	private static List<String> pages(JdbcClient jdbc) {
		var deep = jdbc.sql("SELECT last_inbound_at FROM contact WHERE phone = '+17130100000'")
			.query((rs, _) -> rs.getTimestamp(1).toInstant())
			.single();
		var campaign = "/ops/campaigns/"
				+ jdbc.sql("SELECT id::text FROM campaign WHERE name = 'Campaign 1'").query(String.class).single();
		return List.of("/ops", "/ops/threads", "/ops/threads?after=" + deep + "_17130100000",
				"/ops/threads?q=%2B17130000123", "/ops/threads?q=owner%20n77", "/ops/threads?q=123%20oak",
				"/ops/threads?q=SM-5-77777", "/ops/threads?q=nobody%20at%20all", "/ops/threads/17130000123",
				"/ops/person", "/ops/runs", "/ops/runs?job=retry&before=10000", "/ops/runs/20000", "/ops/runs/parked",
				"/ops/numbers", "/ops/kpis", "/ops/kpis?by=CAMPAIGN&value=Campaign%202", "/ops/campaigns", campaign);
	}

	private static void countForTheFirstTime(Visitor visitor, JdbcClient jdbc) {
		var begun = System.nanoTime();
		visitor.page("/ops/numbers");
		var first = millisecondsSince(begun);
		while (visitor.page("/ops/numbers").contains("are being counted")) {
			Thread.onSpinWait();
		}
		System.out.printf(Locale.ROOT, "MEASURED four weeks counted in %,d ms, meanwhile a page in %d ms%n",
				millisecondsSince(begun), first);
	}

	private static double median(Visitor visitor, String page) {
		var times = LongStream.range(0, ROUNDS).map((_) -> {
			var begin = System.nanoTime();
			visitor.page(page);
			return System.nanoTime() - begin;
		}).toArray();
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "MEASURED %-60s median %5.1f ms, best %5.1f ms, 95 %% below %5.1f ms%n", page,
				times[ROUNDS / 2] / 1e6, times[0] / 1e6, times[ROUNDS * 95 / 100] / 1e6);
		return times[ROUNDS / 2] / 1e6;
	}

	/** How often each large table was read whole. */
	private static List<String> scans(JdbcClient jdbc) {
		jdbc.sql("SELECT pg_stat_clear_snapshot()").query().listOfRows();
		return jdbc.sql(
				"SELECT relname || ' ' || seq_scan FROM pg_stat_user_tables WHERE relname = ANY (:large) ORDER BY relname")
			.param("large", LARGE.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	private static long count(JdbcClient jdbc, String table) {
		return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private static void fill(DataSource database) throws IOException, SQLException {
		try (var sql = PagesBench.class.getResourceAsStream("millions.sql");
				var connection = database.getConnection();
				var statement = connection.createStatement()) {
			statement.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8)
				.replace("{contacts}", String.valueOf(CONTACTS)));
			statement.execute("VACUUM ANALYZE");
		}
	}

	private static long millisecondsSince(long begun) {
		return (System.nanoTime() - begun) / 1_000_000;
	}

}

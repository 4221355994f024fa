package rei.sms.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long pages take to be made over millions of messages, and that none of them reads a
 * large table from end to end; {@code bench/pages} runs it.
 */
class PagesBench {

	private static final int CONTACTS = Integer.getInteger("bench.contacts", 300_000);

	private static final int MESSAGES = 10;

	private static final List<String> PAGES = List.of("/ops", "/ops/threads", "/ops/threads?q=%2B17130000123",
			"/ops/threads?q=owner%20n77", "/ops/threads?q=123%20oak", "/ops/threads?q=SM-5-77777",
			"/ops/threads/17130000123", "/ops/person", "/ops/runs", "/ops/numbers", "/ops/kpis", "/ops/campaigns");

	private static final List<String> LARGE = List.of("conversation", "contact", "prospect", "prospect_words",
			"attempt");

	private static final int ROUNDS = 40;

	@Test
	void everyPageIsQuickAndReadsNoLargeTableWhole() {
		try (var engine = TestPages.start("--ops.password=" + TestPages.PASSWORD)) {
			var jdbc = engine.getBean(JdbcClient.class);
			fill(jdbc);
			var visitor = Visitor.signedIn(TestPages.port(engine));
			var counting = System.nanoTime();
			visitor.page("/ops/numbers");
			var first = (System.nanoTime() - counting) / 1_000_000;
			while (visitor.page("/ops/numbers").contains("are being counted")) {
				Thread.onSpinWait();
			}
			System.out.printf(Locale.ROOT,
					"MEASURED %,d messages, %,d contacts; four weeks counted in %,d ms, first page %d ms%n",
					count(jdbc, "conversation"), count(jdbc, "contact"), (System.nanoTime() - counting) / 1_000_000,
					first);
			PAGES.forEach(visitor::page);
			var before = scans(jdbc);
			PAGES.forEach((page) -> measure(visitor, page));
			assertThat(scans(jdbc)).isEqualTo(before);
		}
	}

	private static void measure(Visitor visitor, String page) {
		var times = new long[ROUNDS];
		for (var round = 0; round < ROUNDS; round++) {
			var begin = System.nanoTime();
			visitor.page(page);
			times[round] = System.nanoTime() - begin;
		}
		Arrays.sort(times);
		System.out.printf(Locale.ROOT, "MEASURED %-32s median %5.1f ms, 95 %% below %5.1f ms%n", page,
				times[ROUNDS / 2] / 1e6, times[ROUNDS * 95 / 100] / 1e6);
		assertThat(times[ROUNDS / 2] / 1_000_000).as(page).isLessThan(50);
	}

	private static long scans(JdbcClient jdbc) {
		jdbc.sql("SELECT pg_stat_clear_snapshot()").query().listOfRows();
		return jdbc.sql("SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_user_tables WHERE relname = ANY (:large)")
			.param("large", LARGE.toArray(String[]::new))
			.query(Long.class)
			.single();
	}

	private static long count(JdbcClient jdbc, String table) {
		return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	/** Triggers only slow the filling down. */
	private static void fill(JdbcClient jdbc) {
		List.of("ALTER DATABASE " + jdbc.sql("SELECT current_database()").query(String.class).single()
				+ " SET random_page_cost = 1.1",
				"""
						INSERT INTO number (phone, market, created_at)
						SELECT '+1832555' || lpad(n::text, 4, '0'), 'Houston', '2026-01-01' FROM generate_series(1, 24) n
						""",
				"""
						INSERT INTO campaign (id, name, status, market, total_sent, created_at)
						SELECT gen_random_uuid(), 'Campaign ' || n, CASE WHEN n < 3 THEN 'RUNNING' ELSE 'COMPLETED' END, 'Houston', 1000, '2026-01-01'
						FROM generate_series(1, 60) n
						""",
				"""
						SET session_replication_role = replica;
						INSERT INTO prospect (id, name, phone1, address, city, state, created_at, mirrored_version)
						SELECT md5('p' || n)::uuid, 'Owner N' || n, '+1713' || lpad(n::text, 7, '0'), (n % 9000) || ' Oak Street', 'Houston', 'TX',
							'2026-01-01', 1 FROM generate_series(1, {contacts}) n;
						INSERT INTO prospect_words SELECT p.id, words_of(p) FROM prospect p;
						INSERT INTO contact (phone, prospect_id, our_number, last_inbound_at, enriched_at, created_at)
						SELECT '+1713' || lpad(n::text, 7, '0'), md5('p' || n)::uuid, '+18325550001',
							CASE WHEN n % 5 = 0 THEN timestamptz '2026-11-23 18:00Z' - n * interval '20 seconds' END, '2026-01-01', '2026-01-01'
						FROM generate_series(1, {contacts}) n;
						INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, prospect_id, campaign_id, sent_at,
							received_at, created_at, classified_at, promotion, reply, confidence, mirrored_version, ai_intent, intent)
						SELECT md5(m || ' ' || n)::uuid, 'SM-' || m || '-' || n, CASE WHEN m % 5 = 0 THEN 'INBOUND' ELSE 'OUTBOUND' END,
							'+1713' || lpad(n::text, 7, '0'), '+1832555' || lpad((1 + n % 24)::text, 4, '0'), 'Hello, is the house still yours?',
							CASE WHEN m % 5 = 0 THEN NULL WHEN n % 40 = 0 THEN 'UNDELIVERED' ELSE 'DELIVERED' END, md5('p' || n)::uuid,
							(SELECT id FROM campaign WHERE name = 'Campaign 3'), CASE WHEN m % 5 > 0 THEN at END, CASE WHEN m % 5 = 0 THEN at END, at,
							CASE WHEN m % 5 = 0 THEN at END, 'STAYS', 'SENT', CASE WHEN m % 5 = 0 THEN 0.9 END, 1, 'NEUTRAL', 'NEUTRAL'
						FROM generate_series(1, {messages}) m, generate_series(1, {contacts}) n,
							LATERAL (SELECT timestamptz '2026-11-23 18:00Z' - (n::bigint * {messages} + m) * interval '2 seconds' AS at) t;
						INSERT INTO attempt (conversation_id, seller_phone, our_number, decided_at, allowed, rule, rule_version, segments, outcome, sid)
						SELECT id, seller_phone, our_number, sent_at, true, 'allowed', '1', 1, 'TAKEN', sid FROM conversation
						WHERE sent_at > '2026-11-10';
						INSERT INTO needs_person (kind, conversation_id, phone, reason, since)
						SELECT 'threat', id, seller_phone, 'look', created_at FROM conversation WHERE direction = 'INBOUND' ORDER BY created_at DESC LIMIT 100;
						INSERT INTO kpi (metric, campaign, market, period, date_start, date_end, value, computed_at)
						SELECT metric, c, 'ALL', 'DAILY', d::date, d::date, 1000, now() FROM generate_series(date '2026-08-01', date '2026-11-22', '1 day') d,
							(SELECT 'ALL' AS c UNION ALL SELECT name FROM campaign) c, unnest(ARRAY['TOTAL_SENT', 'RESPONSES', 'OPTOUTS', 'LEADS']) metric;
						SET session_replication_role = origin
						"""
					.replace("{contacts}", "" + CONTACTS)
					.replace("{messages}", "" + MESSAGES),
				"INSERT INTO batch_job_instance SELECT n, 0, 'retry', n::text FROM generate_series(1, 5000) n",
				"""
						INSERT INTO batch_job_execution SELECT n, 0, n, now(), now(), now(), 'COMPLETED', 'COMPLETED', '', now()
						FROM generate_series(1, 5000) n
						""",
				"VACUUM ANALYZE")
			.forEach((sql) -> jdbc.sql(sql).update());
	}

}

package rei.sms.db.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import rei.sms.db.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** That the kept figure of a list is what counting the list would tell. */
@Timeout(60)
class UnplannedTests {

	private static final int WRITERS = 4;

	private static final int ROUNDS = 40;

	/** Campaigns on which kept and counted differ, seen in one snapshot. */
	private static final String DIFFERENCES = """
			SELECT count(*) FROM campaign m
			WHERE (SELECT count(*) FROM campaign_prospect p WHERE p.campaign_id = m.id AND p.planned_at IS NULL)
				<> (SELECT coalesce(sum(u.prospects), 0) FROM campaign_unplanned u WHERE u.campaign_id = m.id)
			""";

	private static final List<String> CHANGES = List.of("""
			INSERT INTO campaign_prospect (campaign_id, prospect_id)
			SELECT m.id, p.id FROM campaign m, prospect p WHERE p.city = '%1$s' AND p.zip > '%2$d' AND m.name <> '%3$d'
			ON CONFLICT DO NOTHING
			""",
			"""
					UPDATE campaign_prospect c SET planned_at = now() FROM prospect p, campaign m
					WHERE p.id = c.prospect_id AND m.id = c.campaign_id AND p.city = '%1$s' AND p.zip > '%2$d' AND m.name = '%3$d'
					""",
			"""
					UPDATE campaign_prospect c SET outcome = 'HELD', planned_at = NULL FROM prospect p, campaign m
					WHERE p.id = c.prospect_id AND m.id = c.campaign_id AND p.city = '%1$s' AND p.zip < '%2$d' AND m.name <> '%3$d'
					""",
			"""
					DELETE FROM campaign_prospect c USING prospect p, campaign m
					WHERE p.id = c.prospect_id AND m.id = c.campaign_id AND p.city = '%1$s' AND p.zip < '%2$d' AND m.name = '%3$d'
					""");

	private final DataSource database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	@BeforeEach
	void fill() {
		change("""
				INSERT INTO campaign (id, name, status, created_at)
				SELECT gen_random_uuid(), n, 'RUNNING', now() FROM generate_series(0, 2) n
				""");
		change("""
				INSERT INTO prospect (id, city, zip, created_at)
				SELECT gen_random_uuid(), w, n, now() FROM generate_series(1, %d) w, generate_series(10, 59) n
				""".formatted(WRITERS));
	}

	@Test
	void listsThatManyChangeAtOnceAreKeptExactlyAndNobodyWaits() throws Exception {
		var writing = new AtomicInteger(WRITERS);
		try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletionService<Integer> writers = new ExecutorCompletionService<>(executor);
			for (var writer = 1; writer <= WRITERS; writer++) {
				writers.submit(writer(writer, writing));
			}
			do {
				assertThat(count(DIFFERENCES)).isZero();
			}
			while (writing.get() > 0);
			assertThat(changed(writers)).isGreaterThan(500);
		}
		assertThat(count(DIFFERENCES)).isZero();
		assertThat(count("SELECT count(*) FROM campaign_unplanned")).isLessThanOrEqualTo(3L * WRITERS);
	}

	@Test
	void listThatEndsLeavesNothing() {
		change("INSERT INTO campaign_prospect (campaign_id, prospect_id) SELECT m.id, p.id FROM campaign m, prospect p");
		assertThat(count("SELECT sum(prospects) FROM campaign_unplanned")).isEqualTo(3 * WRITERS * 50);
		change("DELETE FROM campaign WHERE name = '1'");
		assertThat(count("SELECT count(*) FROM campaign_unplanned")).isEqualTo(2);
		change("TRUNCATE campaign_prospect");
		assertThat(count("SELECT count(*) FROM campaign_unplanned")).isZero();
	}

	/**
	 * Changes its own prospects on everybody's lists; a quarter of it comes to nothing.
	 */
	private Callable<Integer> writer(int writer, AtomicInteger writing) {
		return () -> {
			try (var connection = this.database.getConnection()) {
				connection.setAutoCommit(false);
				var own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
				own.sql("SET lock_timeout = '10s'").update();
				var random = new Random(writer);
				var changed = 0;
				for (var round = 0; round < ROUNDS; round++) {
					changed += change(own, writer, random) + change(own, writer, random);
					end(connection, random.nextInt(4) > 0);
				}
				return changed;
			}
			finally {
				writing.decrementAndGet();
			}
		};
	}

	private static int change(JdbcClient own, int writer, Random random) {
		return own
			.sql(CHANGES.get(random.nextInt(CHANGES.size()))
				.formatted(String.valueOf(writer), random.nextInt(10, 60), random.nextInt(3)))
			.update();
	}

	private static void end(Connection connection, boolean well) throws SQLException {
		if (well) {
			connection.commit();
		}
		else {
			connection.rollback();
		}
	}

	private static int changed(CompletionService<Integer> writers) throws InterruptedException, ExecutionException {
		var changed = 0;
		for (var writer = 0; writer < WRITERS; writer++) {
			changed += writers.take().get();
		}
		return changed;
	}

	private void change(String sql) {
		this.jdbc.sql(sql).update();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}

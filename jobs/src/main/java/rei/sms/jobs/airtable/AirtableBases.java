package rei.sms.jobs.airtable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all processes know together about each base. Every statement stands outside the
 * caller's transaction: a chunk that waits for Airtable must not hold the row.
 */
@Component
public class AirtableBases {

	static final String BILLING = "billing";

	static final String FORBIDDEN = "forbidden";

	/** A second and a margin for the way to Airtable. */
	private static final double WINDOW = 1.04;

	/** After a 429: this network needs more margin. */
	private static final double WIDER_WINDOW = 1.2;

	/**
	 * How long an unanswered call is waited for: one that a process left behind when it
	 * died arrives sooner or never.
	 */
	private static final double OPEN = 10;

	/**
	 * How many calls may leave in a second: fewer by those that should have been answered
	 * by now and were not, for they may arrive together with the next.
	 */
	private static final String PLACES = """
			(CASE WHEN :bulk AND urgent_until > clock_timestamp() THEN greatest(1, :perSecond - 1) ELSE :perSecond END
				- (SELECT count(*) FROM unnest(open) AS o WHERE o > clock_timestamp() - :open * interval '1 second'
					AND o <= clock_timestamp() + interval '50 milliseconds' - greatest(:usual, :window) * interval '1 second')
			)::integer""";

	/** When the slot counts that must have passed. */
	private static final String FREE_AT = """
			CASE WHEN %1$s < 1 THEN clock_timestamp() + interval '100 milliseconds'
				ELSE slots[cardinality(slots) + 1 - %1$s] + CASE
					WHEN limited_at > clock_timestamp() - interval '1 hour' THEN :wider ELSE :window END
					* interval '1 second' END""".formatted(PLACES);

	/** Books the next slot once it is near, or says how long to wait for it. */
	private static final String TAKE = """
			WITH taken AS (
				UPDATE airtable_base SET
					(slots, open) = (
						SELECT (slots || due)[greatest(1, cardinality(slots) + 2 - :perSecond):],
							ARRAY(SELECT o FROM unnest(open) AS o WHERE o > clock_timestamp() - :open * interval '1 second')
								|| due
						FROM (SELECT greatest(clock_timestamp(), slots[cardinality(slots)] + interval '1 microsecond',
							%1$s) AS due) AS next),
					calls_this_month = CASE
						WHEN month = date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date
						THEN calls_this_month + 1 ELSE 1 END,
					month = date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date,
					resting_until = CASE WHEN probing THEN clock_timestamp() + interval '20 seconds' END
				WHERE base_id = :base
					AND coalesce(blocked_until, '-infinity') <= clock_timestamp()
					AND coalesce(resting_until, '-infinity') <= clock_timestamp()
					AND coalesce(%1$s, '-infinity') <= clock_timestamp() + interval '50 milliseconds'
				RETURNING slots[cardinality(slots)] AS due, probing
			)
			SELECT taken.due, coalesce(taken.probing, false) AS probe,
				blocked_until > clock_timestamp() AS blocked, blocked_why,
				extract(epoch FROM coalesce(taken.due, greatest(
					CASE WHEN blocked_until > clock_timestamp() THEN blocked_until END, resting_until,
					%1$s - interval '50 milliseconds')) - clock_timestamp()) AS seconds
			FROM airtable_base LEFT JOIN taken ON true
			WHERE base_id = :base
			"""
		.formatted(FREE_AT);

	private final JdbcClient jdbc;

	private final TransactionTemplate aside;

	private final int perSecond;

	public AirtableBases(JdbcClient jdbc, PlatformTransactionManager transactions, AirtableProperties properties) {
		this.jdbc = jdbc;
		this.aside = new TransactionTemplate(transactions);
		this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		this.perSecond = properties.requestsPerSecond();
	}

	/** How each base is doing. */
	public List<BaseState> states() {
		return aside(() -> this.jdbc.sql("""
				SELECT base_id, resting_until, CASE WHEN blocked_until > now() THEN blocked_until END AS blocked_until,
					CASE WHEN blocked_until > now() THEN blocked_why END AS blocked_why, last_error, last_error_at,
					CASE WHEN month = this_month THEN calls_this_month ELSE 0 END AS calls,
					extract(epoch FROM next_month - this_month)
						/ greatest(extract(epoch FROM now() AT TIME ZONE 'UTC' - this_month), 86400) AS factor
				FROM airtable_base, LATERAL (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') AS this_month,
					date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month' AS next_month) AS calendar
				ORDER BY base_id
				""").query(AirtableBases::state).list());
	}

	/**
	 * Takes the next slot where it is near.
	 * @param usual how long a call takes at most when all is well
	 */
	Slot take(String base, Lane lane, Duration usual) {
		return aside(() -> tryTake(base, lane, usual).orElseGet(() -> {
			begin(base);
			return tryTake(base, lane, usual).orElseThrow();
		}));
	}

	private Optional<Slot> tryTake(String base, Lane lane, Duration usual) {
		var slot = rated(TAKE, base, lane, usual).query(AirtableBases::slot).optional();
		if (lane == Lane.URGENT && slot.orElse(null) instanceof Slot.Wait wait) {
			announceUrgent(base, wait.time());
		}
		return slot;
	}

	/** How long until the next call may leave; no time where it may now. */
	Duration untilFree(String base, Duration usual) {
		return aside(() -> rated(
				"SELECT coalesce(extract(epoch FROM " + FREE_AT
						+ " - clock_timestamp()), 0) AS seconds FROM airtable_base WHERE base_id = :base",
				base, Lane.URGENT, usual)
			.query((rs, _) -> duration(rs))
			.optional()
			.orElse(Duration.ZERO));
	}

	private JdbcClient.StatementSpec rated(String sql, String base, Lane lane, Duration usual) {
		return this.jdbc.sql(sql)
			.param("base", base)
			.param("perSecond", this.perSecond)
			.param("window", WINDOW)
			.param("wider", WIDER_WINDOW)
			.param("open", OPEN)
			.param("usual", seconds(usual))
			.param("bulk", lane == Lane.BULK);
	}

	private void begin(String base) {
		this.jdbc.sql("INSERT INTO airtable_base (base_id) VALUES (:base) ON CONFLICT DO NOTHING")
			.param("base", base)
			.update();
	}

	private void announceUrgent(String base, Duration wait) {
		this.jdbc.sql("""
				UPDATE airtable_base SET urgent_until = greatest(urgent_until,
					clock_timestamp() + least(:seconds, 5) * interval '1 second' + interval '300 milliseconds')
				WHERE base_id = :base
				""").param("base", base).param("seconds", seconds(wait)).update();
	}

	/** Notes that a call was answered, or never will be; it arrived when it left. */
	void ended(String base, Instant due) {
		aside(() -> this.jdbc.sql("UPDATE airtable_base SET open = array_remove(open, :due) WHERE base_id = :base")
			.param("base", base)
			.param("due", Timestamp.from(due))
			.update());
	}

	/** Notes that a call was answered, or never will be, and arrived so long ago. */
	void ended(String base, Instant due, Duration sinceArrival) {
		move(base, due, sinceArrival, "array_remove(open, :due)");
	}

	/**
	 * Moves a call that leaves later than its turn. Answers when it is counted now.
	 */
	Instant postpone(String base, Instant due, Duration time) {
		return move(base, due, time.negated(), "array_replace(open, :due, moved.slot)");
	}

	/** An old call that arrived late counts again. */
	private Instant move(String base, Instant due, Duration ago, String open) {
		return aside(() -> this.jdbc.sql("""
				WITH moved AS (SELECT greatest(:due, clock_timestamp() - :ago * interval '1 second') AS slot)
				UPDATE airtable_base SET open = %s, slots = ARRAY(SELECT slot FROM (
						SELECT slot FROM unnest(array_append(array_remove(slots, :due), moved.slot)) AS slot
						ORDER BY slot DESC LIMIT :perSecond) AS latest
					ORDER BY slot)
				FROM moved WHERE base_id = :base AND (:due = ANY (slots) OR :due = ANY (open))
				RETURNING moved.slot
				""".formatted(open))
			.param("base", base)
			.param("due", Timestamp.from(due))
			.param("ago", seconds(ago))
			.param("perSecond", this.perSecond)
			.query((rs, _) -> rs.getTimestamp("slot").toInstant())
			.optional()
			.orElse(due));
	}

	/** Rests the base for everybody; afterwards one call is made before the others. */
	void rest(String base, Duration time, String error) {
		aside(() -> this.jdbc
			.sql("""
					UPDATE airtable_base SET probing = true, limited_at = clock_timestamp(), last_error = :error,
						last_error_at = clock_timestamp(), resting_until = greatest(resting_until, clock_timestamp() + :seconds * interval '1 second')
					WHERE base_id = :base
					""")
			.param("base", base)
			.param("seconds", seconds(time))
			.param("error", error)
			.update());
	}

	/** Ends a rest: the single call was answered. */
	void wake(String base) {
		aside(() -> this.jdbc
			.sql("UPDATE airtable_base SET probing = false, resting_until = NULL WHERE base_id = :base")
			.param("base", base)
			.update());
	}

	/** Stops the base until the next month begins; answers for how long. */
	Duration stopForTheMonth(String base, String error) {
		return block(base, BILLING, error, """
				(date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC'""");
	}

	/** Stops the base for some minutes; answers for how long. */
	Duration forbid(String base, String error) {
		return block(base, FORBIDDEN, error, "clock_timestamp() + interval '10 minutes'");
	}

	/** Lets the base be called again at once: somebody mended it. */
	public void unblock(String base) {
		aside(() -> this.jdbc
			.sql("UPDATE airtable_base SET blocked_until = NULL, blocked_why = NULL WHERE base_id = :base")
			.param("base", base)
			.update());
	}

	/** The same for every base that refused our token: somebody may have mended that. */
	public void unblockForbidden() {
		aside(() -> this.jdbc
			.sql("UPDATE airtable_base SET blocked_until = NULL, blocked_why = NULL WHERE blocked_why = :why")
			.param("why", FORBIDDEN)
			.update());
	}

	private Duration block(String base, String why, String error, String until) {
		return aside(() -> this.jdbc.sql("""
				UPDATE airtable_base SET blocked_until = %s, blocked_why = :why, probing = false, resting_until = NULL,
					last_error = :error, last_error_at = clock_timestamp()
				WHERE base_id = :base
				RETURNING extract(epoch FROM blocked_until - clock_timestamp()) AS seconds
				""".formatted(until))
			.param("base", base)
			.param("why", why)
			.param("error", error)
			.query((rs, _) -> duration(rs))
			.single());
	}

	/** Keeps what went wrong last, for health and doctor. */
	void note(String base, String error) {
		aside(() -> this.jdbc.sql(
				"UPDATE airtable_base SET last_error = :error, last_error_at = clock_timestamp() WHERE base_id = :base")
			.param("base", base)
			.param("error", error)
			.update());
	}

	/** The schema that some process read within the hour, as text. */
	Optional<String> schema(String base) {
		return aside(() -> this.jdbc.sql("""
				SELECT schema FROM airtable_base
				WHERE base_id = :base AND schema_read_at > clock_timestamp() - interval '1 hour'
				""").param("base", base).query(String.class).optional());
	}

	/** The schema that some process read last, however long ago. */
	Optional<String> lastSchema(String base) {
		return aside(
				() -> this.jdbc.sql("SELECT schema FROM airtable_base WHERE base_id = :base AND schema IS NOT NULL")
					.param("base", base)
					.query(String.class)
					.optional());
	}

	/** Shares a schema that was just read. */
	void keepSchema(String base, String schema) {
		aside(() -> this.jdbc.sql("""
				INSERT INTO airtable_base (base_id, schema, schema_read_at) VALUES (:base, :schema, clock_timestamp())
				ON CONFLICT (base_id) DO UPDATE SET schema = excluded.schema, schema_read_at = excluded.schema_read_at
				""").param("base", base).param("schema", schema).update());
	}

	private <T> T aside(Supplier<T> work) {
		var result = this.aside.execute((_) -> work.get());
		if (result == null) {
			throw new IllegalStateException("no result");
		}
		return result;
	}

	private static Slot slot(ResultSet row, int number) throws SQLException {
		var due = row.getTimestamp("due");
		if (due != null) {
			return new Slot.Taken(duration(row), due.toInstant(), row.getBoolean("probe"));
		}
		return row.getBoolean("blocked") ? new Slot.Stopped(duration(row), row.getString("blocked_why"))
				: new Slot.Wait(duration(row));
	}

	private static BaseState state(ResultSet row, int number) throws SQLException {
		var calls = row.getLong("calls");
		return new BaseState(row.getString("base_id"), calls, Math.round(calls * row.getDouble("factor")),
				instant(row, "resting_until"), instant(row, "blocked_until"),
				Optional.ofNullable(row.getString("blocked_why")), Optional.ofNullable(row.getString("last_error")),
				instant(row, "last_error_at"));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		@Nullable Timestamp value = row.getTimestamp(column);
		return Optional.ofNullable(value).map(Timestamp::toInstant);
	}

	private static Duration duration(ResultSet row) throws SQLException {
		return Duration.ofNanos(Math.max(0, Math.round(row.getDouble("seconds") * 1e9)));
	}

	private static double seconds(Duration time) {
		return time.toNanos() / 1e9;
	}

}

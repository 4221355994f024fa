package rei.sms.db.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.CountLock;
import rei.sms.db.Sql;

/**
 * The difference between what is known here and what Airtable shows. What came back from
 * Airtable is kept in transactions of their own: a call that was answered stays answered
 * whatever becomes of its chunk.
 */
@Repository
public class MirroredRows {

	/** The step whose parked records these are. */
	public static final String STEP = "mirror";

	private static final String WAITING = """
			FROM {table} t
			WHERE t.version > t.mirrored_version AND t.mirror_due < 'infinity'
				AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'mirror' AND p.key = '{table}/' || t.{key}
					AND coalesce(p.version, t.version) = t.version)
			""";

	/** A query that answers whether there is something to write to Airtable now. */
	public static final String IS_DUE = "SELECT " + any("t.mirror_due <= clock_timestamp()") + " OR ("
			+ SpareCalls.ARE_LEFT + " AND (" + any(Urgency.SETTLED.sql) + "))";

	/** A query that answers in how many seconds the next row becomes due, or null. */
	public static final String NEXT_DUE = "SELECT extract(epoch FROM least(" + Stream.of(Mirrored.values())
		.flatMap((table) -> Stream.of("t.mirror_urgent", "NOT t.mirror_urgent")
			.map((urgency) -> table
				.sql("(SELECT min(t.mirror_due) FROM {table} t WHERE t.version > t.mirrored_version AND " + urgency
						+ " AND t.mirror_due > clock_timestamp() AND t.mirror_due < 'infinity')")))
		.collect(Collectors.joining(", ")) + ") - clock_timestamp())::float8";

	private final JdbcClient jdbc;

	private final CountLock counts;

	private final SpareCalls spare;

	MirroredRows(JdbcClient jdbc, CountLock counts, SpareCalls spare) {
		this.jdbc = jdbc;
		this.counts = counts;
		this.spare = spare;
	}

	/**
	 * Waits until no other transaction writes to Airtable and keeps it so until this
	 * one's end: two first writes of one row must not meet.
	 */
	public void claim() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('mirror'))").query().listOfRows();
	}

	/**
	 * Rows that Airtable should see, longest due first; those that are parked or wait for
	 * a record they link to are left out, unless it is one of those that are
	 * {@code coming} before them.
	 */
	public List<Changed> waiting(Mirrored table, Urgency urgency, int limit, Collection<String> coming) {
		return this.jdbc
			.sql(table.sql("SELECT t.{key}::text AS key, {ready} AS ready " + WAITING + " AND {soon} AND " + urgency.sql
					+ " ORDER BY " + (urgency.isUrgent() ? "{first}" : "") + "t.mirror_due LIMIT :limit"))
			.param("limit", limit)
			.param("coming", coming.toArray(String[]::new))
			.query((rs, _) -> new Changed(rs.getString("key"), rs.getBoolean("ready")))
			.list();
	}

	/**
	 * Settles, before the first attempt, the value by which Airtable will know each row
	 * until its record id is known: after a lost answer the same value finds the same
	 * record. Answers the keys of those that were never tried before.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Set<String> keepFirstKeys(Mirrored table, Collection<String> keys) {
		this.counts.take();
		return new HashSet<>(this.jdbc.sql(table.sql("""
				UPDATE {table} t SET mirror_key = {firstKey}
				WHERE t.{key} = ANY (:keys::{type}[]) AND airtable_id IS NULL AND mirror_key IS NULL
				RETURNING t.{key}::text
				""")).param("keys", keys.toArray(String[]::new)).query(String.class).list());
	}

	/**
	 * Notes what Airtable shows now; answers the keys of those whose record turned out to
	 * be another row's.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Set<String> written(Mirrored table, List<Written> rows) {
		this.counts.take();
		var left = new HashSet<>(rows.stream().map(Written::key).toList());
		this.jdbc
			.sql(table
				.sql("""
						UPDATE {table} t SET mirrored_version = greatest(t.mirrored_version, s.version), airtable_id = s.record,
							mirrored_at = clock_timestamp(), mirror_cells = CASE WHEN t.version = s.version THEN '{}' ELSE t.mirror_cells END
						FROM (SELECT DISTINCT ON (record) * FROM unnest(:keys::{type}[], :versions::bigint[], :records::text[])
							AS s (key, version, record) ORDER BY record, key) s
						WHERE t.{key} = s.key
							AND NOT EXISTS (SELECT 1 FROM {table} o WHERE o.airtable_id = s.record AND o.{key} <> s.key)
						RETURNING t.{key}::text
						"""))
			.param("keys", array(rows.stream().map(Written::key)))
			.param("versions", rows.stream().map(Written::version).toArray(Long[]::new))
			.param("records", array(rows.stream().map(Written::airtableId)))
			.query(String.class)
			.list()
			.forEach(left::remove);
		unpark(table, rows);
		this.spare.wrote(rows.size());
		return left;
	}

	/** The database's own time. */
	public Instant now() {
		return this.jdbc.sql("SELECT clock_timestamp() AS now").query((rs, _) -> Sql.instant(rs, "now")).single();
	}

	/**
	 * Which of these records were written since {@code time} of the database: what was
	 * read of them before says nothing new.
	 */
	public Set<String> writtenSince(Mirrored table, Collection<String> records, Instant time) {
		return new HashSet<>(this.jdbc
			.sql(table
				.sql("SELECT airtable_id FROM {table} WHERE airtable_id = ANY (:records) AND mirrored_at >= :time"))
			.param("records", records.toArray(String[]::new))
			.param("time", Sql.at(time))
			.query(String.class)
			.list());
	}

	/**
	 * Which of these records we wrote since a little before {@code time} of the database,
	 * or ever.
	 */
	public Set<String> writtenBySelf(Mirrored table, Collection<String> records, @Nullable Instant time) {
		return writtenSince(table, records, (time != null) ? time.minus(Duration.ofMinutes(1)) : Instant.EPOCH);
	}

	/**
	 * Forgets records that were deleted in Airtable: their rows will be shown anew, and
	 * so will the links to them.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void forget(Mirrored table, Collection<String> keys) {
		this.counts.take();
		this.jdbc
			.sql(table
				.sql("UPDATE {table} SET airtable_id = NULL, mirror_key = NULL WHERE {key} = ANY (:keys::{type}[])"))
			.param("keys", keys.toArray(String[]::new))
			.update();
		showAnew(table, "t.{key} = ANY (:keys::{type}[])", keys);
		switch (table) {
			case PROSPECT -> {
				showAnew(Mirrored.LEAD, "t.prospect_id = ANY (:keys::uuid[])", keys);
				showAnew(Mirrored.CONVERSATION, "t.prospect_id = ANY (:keys::uuid[]) AND t.retired_at IS NULL", keys);
			}
			case LEAD ->
				showAnew(Mirrored.CONVERSATION, "t.lead_id = ANY (:keys::uuid[]) AND t.retired_at IS NULL", keys);
			case CAMPAIGN, NUMBER, CONVERSATION, OPT_OUT, KPI -> {
			}
		}
	}

	/** Has rows written once more, whether they changed or not. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void showAnew(Mirrored table, Collection<String> keys) {
		this.counts.take();
		showAnew(table, "t.{key} = ANY (:keys::{type}[])", keys);
	}

	private void showAnew(Mirrored table, String which, Collection<String> keys) {
		this.jdbc.sql(table.sql("""
				UPDATE {table} t SET version = version + 1, unmirrored_since = clock_timestamp(),
					mirror_due = clock_timestamp()
				WHERE t.version = t.mirrored_version AND
				""" + which)).param("keys", keys.toArray(String[]::new)).update();
	}

	private void unpark(Mirrored table, List<Written> rows) {
		this.jdbc.sql("DELETE FROM parked WHERE step = :step AND key = ANY (:names)")
			.param("step", STEP)
			.param("names", array(rows.stream().map((row) -> table.name(row.key()))))
			.update();
	}

	private static String any(String condition) {
		return Stream.of(Mirrored.values())
			.map((table) -> table.sql("EXISTS (SELECT 1 " + WAITING + " AND {ready} AND " + condition + ")"))
			.collect(Collectors.joining(" OR "));
	}

	/** How far Airtable is behind, table by table. */
	public List<Lag> lag() {
		return Stream.of(Mirrored.values()).map(this::lag).toList();
	}

	private Lag lag(Mirrored table) {
		return this.jdbc.sql(table.sql("""
				SELECT count(*) AS waiting, count(*) FILTER (WHERE due) AS due,
					coalesce(extract(epoch FROM max(clock_timestamp() - t.mirror_due) FILTER (WHERE due)), 0) AS seconds
				FROM (SELECT t.*, mirror_due < clock_timestamp() AND {ready} AS due FROM {table} t
					WHERE version > mirrored_version AND mirror_due < 'infinity') t
				"""))
			.query((rs, _) -> new Lag(table, rs.getLong("waiting"), rs.getLong("due"),
					Duration.ofMillis(Math.round(rs.getDouble("seconds") * 1000))))
			.single();
	}

	private static String[] array(Stream<String> texts) {
		return texts.toArray(String[]::new);
	}

	/** Which of the waiting rows are meant. */
	public enum Urgency {

		/**
		 * What people wait for and is due; a message also where it would be within the
		 * second: there is a call now.
		 */
		URGENT("t.mirror_urgent AND t.mirror_due <= clock_timestamp() + interval '{early}'"
				+ " AND (t.mirror_due <= clock_timestamp()"
				+ " OR t.unmirrored_since <= clock_timestamp() - interval '500 milliseconds')"),
		/** Everything else that is due. */
		DUE("NOT t.mirror_urgent AND t.mirror_due <= clock_timestamp()"),
		/** What people wait for, due or not. */
		ANY_URGENT("t.mirror_urgent"),
		/** Everything else, due or not, but for what is held. */
		ANY("NOT t.mirror_urgent AND t.mirror_due <= clock_timestamp() + interval '100 years'"),
		/** What no call leaves for. */
		HELD("NOT t.mirror_urgent AND t.mirror_due > clock_timestamp() + interval '100 years'"),
		/** What is due in a moment anyway. */
		SOON("NOT t.mirror_urgent AND t.mirror_due > clock_timestamp()"
				+ " AND t.mirror_due < clock_timestamp() + interval '2 minutes'"),
		/**
		 * What is not due, unless it changed a moment ago; what has much time, a while
		 * ago.
		 */
		SETTLED("NOT t.mirror_urgent AND t.mirror_due > clock_timestamp()"
				+ " AND t.unmirrored_since < clock_timestamp() - CASE"
				+ " WHEN t.mirror_due > clock_timestamp() + interval '30 minutes' THEN interval '2 minutes'"
				+ " ELSE interval '15 seconds' END");

		private final String sql;

		Urgency(String sql) {
			this.sql = sql;
		}

		/** Whether people wait for these rows. */
		public boolean isUrgent() {
			return this == URGENT || this == ANY_URGENT;
		}

	}

	/**
	 * A row that Airtable should see.
	 *
	 * @param ready whether all that it links to has records
	 */
	public record Changed(String key, boolean ready) {
	}

	/** A row that Airtable shows in that version. */
	public record Written(String key, long version, String airtableId) {
	}

	/**
	 * How far Airtable is behind with a table.
	 *
	 * @param waiting rows that Airtable has not seen as they are
	 * @param due those of them that should have been written by now
	 * @param oldest how long the oldest of these has been due
	 */
	public record Lag(Mirrored table, long waiting, long due, Duration oldest) {
	}

}

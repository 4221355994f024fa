package rei.sms.db.mirror;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.CountLock;
import rei.sms.db.Sql;

/** What a comparison of a whole table found, and its mending on our side. */
@Repository
public class Findings {

	/**
	 * Rows whose records are gone, each beside a record of its own that says the same.
	 */
	private static final String LOST = """
			WITH lost AS (
				SELECT t.{key}::text AS key, {value} AS value,
					row_number() OVER (PARTITION BY {value} ORDER BY t.{key}) AS turn
				FROM {table} t
				WHERE t.airtable_id IS NOT NULL AND coalesce(t.mirrored_at, '-infinity') < :begun
					AND NOT EXISTS (SELECT 1 FROM seen_record s WHERE s.base_table = :table AND s.record = t.airtable_id)),
			free AS (
				SELECT s.record, s.value, row_number() OVER (PARTITION BY s.value ORDER BY s.record) AS turn
				FROM seen_record s WHERE s.base_table = :table
					AND NOT EXISTS (SELECT 1 FROM {table} o WHERE o.airtable_id = s.record))
			INSERT INTO finding (base_table, kind, subject, record)
			SELECT :table, CASE WHEN free.record IS NULL THEN 'MISSING' ELSE 'MOVED' END, lost.key, free.record
			FROM lost LEFT JOIN free ON free.value = lost.value AND free.turn = lost.turn
			ON CONFLICT DO NOTHING
			""";

	private static final String DOUBLED = """
			INSERT INTO finding (base_table, kind, subject)
			SELECT :table, 'DOUBLED', s.record FROM seen_record s
			WHERE s.base_table = :table AND NOT EXISTS (SELECT 1 FROM {table} o WHERE o.airtable_id = s.record)
				AND NOT EXISTS (SELECT 1 FROM finding f
					WHERE f.base_table = :table AND f.kind = 'MOVED' AND f.record = s.record)
				AND EXISTS (SELECT 1 FROM seen_record one WHERE one.base_table = :table AND one.value = s.value
					AND one.record <> s.record)
				AND EXISTS (SELECT 1 FROM {table} t WHERE {value} = s.value)
			ON CONFLICT DO NOTHING
			""";

	private static final String MOVE = """
			UPDATE {table} t SET airtable_id = f.record FROM finding f
			WHERE f.base_table = :table AND f.kind = 'MOVED' AND f.subject = t.{key}::text
			""";

	private final JdbcClient jdbc;

	private final CountLock counts;

	Findings(JdbcClient jdbc, CountLock counts) {
		this.jdbc = jdbc;
		this.counts = counts;
	}

	/**
	 * Looks for rows without their record and records without a row, in a table that was
	 * seen whole.
	 * @param begun when it was begun to be seen, in the database's time
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void look(Mirrored rows, String table, Instant begun) {
		this.jdbc.sql(rows.sql(LOST)).param("table", table).param("begun", Sql.at(begun)).update();
		if (rows.isOurs() || rows == Mirrored.LEAD) {
			this.jdbc.sql(rows.sql(DOUBLED)).param("table", table).update();
		}
	}

	/** Has rows known by the records that show them now; answers how many. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public int move(Mirrored rows, String table) {
		this.counts.take();
		return this.jdbc.sql(rows.sql(MOVE)).param("table", table).update();
	}

	/**
	 * Has templates known by the records that show them now: those whose own are gone, by
	 * their newest words.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public int moveTemplates(String table) {
		return this.jdbc
			.sql("""
					UPDATE template t SET airtable_id = s.record, active = true FROM template_version v, seen_record s
					WHERE v.template_id = t.id AND v.number = (SELECT max(number) FROM template_version n WHERE n.template_id = t.id)
						AND s.base_table = :table AND s.value = concat_ws(E'\\n', v.name, v.message)
						AND (SELECT count(*) FROM seen_record o WHERE o.base_table = :table AND o.value = s.value) = 1
						AND NOT EXISTS (SELECT 1 FROM seen_record o WHERE o.base_table = :table AND o.record = t.airtable_id)
						AND NOT EXISTS (SELECT 1 FROM template o WHERE o.airtable_id = s.record)
					""")
			.param("table", table)
			.update();
	}

	/** The rows, or the doubled records, of a kind. */
	public List<String> subjects(String table, FindingKind kind) {
		return this.jdbc.sql("SELECT subject FROM finding WHERE base_table = :table AND kind = :kind ORDER BY subject")
			.param("table", table)
			.param("kind", kind.name())
			.query(String.class)
			.list();
	}

	/** How many there are of each kind. */
	public Map<FindingKind, Long> counts(String table) {
		var counts = new EnumMap<FindingKind, Long>(FindingKind.class);
		this.jdbc.sql("SELECT kind, count(*) AS count FROM finding WHERE base_table = :table GROUP BY kind")
			.param("table", table)
			.query((rs, _) -> counts.put(Sql.word(rs, "kind", FindingKind.class), rs.getLong("count")))
			.list();
		return counts;
	}

}

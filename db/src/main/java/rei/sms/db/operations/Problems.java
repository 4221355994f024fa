package rei.sms.db.operations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** What {@code /health} and {@code doctor} report until it is mended. */
@Repository
public class Problems {

	private final JdbcClient jdbc;

	Problems(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Reports a problem; one that stands already keeps the time it began. */
	public void report(String code, String subject, String what, String fix, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO problem (code, subject, what, fix, since, seen) VALUES (:code, :subject, :what, :fix, :now, :now)
					ON CONFLICT (code, subject) DO UPDATE SET what = excluded.what, fix = excluded.fix, seen = excluded.seen
					""")
			.param("code", code)
			.param("subject", subject)
			.param("what", what)
			.param("fix", fix)
			.param("now", Sql.at(now))
			.update();
	}

	/** Takes a problem back: it is mended. */
	public void clear(String code, String subject) {
		this.jdbc.sql("DELETE FROM problem WHERE code = :code AND subject = :subject")
			.param("code", code)
			.param("subject", subject)
			.update();
	}

	/**
	 * Takes problems of a kind back that begin with one of these subjects and no longer
	 * stand.
	 */
	public void clearOthers(String code, Collection<String> subjects, Collection<String> standing) {
		this.jdbc.sql("""
				DELETE FROM problem WHERE code = :code AND subject <> ALL (:standing)
					AND EXISTS (SELECT 1 FROM unnest(:subjects::text[]) AS s WHERE starts_with(subject, s))
				""")
			.param("code", code)
			.param("subjects", subjects.toArray(String[]::new))
			.param("standing", standing.toArray(String[]::new))
			.update();
	}

	/** How many problems of a kind stand. */
	public int count(String code) {
		return this.jdbc.sql("SELECT count(*) FROM problem WHERE code = :code")
			.param("code", code)
			.query(Integer.class)
			.single();
	}

	/** Takes every problem of a kind back. */
	public void clear(String code) {
		this.jdbc.sql("DELETE FROM problem WHERE code = :code").param("code", code).update();
	}

	/** All that stands, oldest first. */
	public List<Problem> all() {
		return this.jdbc.sql("SELECT * FROM problem ORDER BY since, code, subject")
			.query((rs, row) -> new Problem(rs.getString("code"), rs.getString("subject"), rs.getString("what"),
					Sql.instant(rs, "since"), rs.getString("fix")))
			.list();
	}

}

package rei.sms.db.outbox;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/** What each of our numbers has yet to send. */
@Repository
public class Backlog {

	private final JdbcClient jdbc;

	Backlog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Texts that wait to go, by number and by the minute from which they may. */
	public List<Minute> minutes() {
		return this.jdbc
			.sql("""
					SELECT our_number, date_trunc('minute', not_before) AS minute, count(*) AS texts, sum(segments) AS segments
					FROM outbox
					WHERE state IN ('QUEUED', 'RETRY') AND our_number IS NOT NULL
					GROUP BY our_number, date_trunc('minute', not_before)
					""")
			.query((rs, row) -> new Minute(Sql.phone(rs, "our_number"), Sql.instant(rs, "minute"), rs.getInt("texts"),
					rs.getInt("segments")))
			.list();
	}

	/** What one number has to send from one minute on. */
	public record Minute(PhoneNumber number, Instant minute, int texts, int segments) {
	}

}

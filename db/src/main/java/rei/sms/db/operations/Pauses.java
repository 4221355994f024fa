package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/**
 * The kill switch: what stands here is not texted, in any process, from its next claim
 * on.
 */
@Repository
public class Pauses {

	private final JdbcClient jdbc;

	Pauses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Stops sending for a scope; one that is stopped already keeps its first time. */
	public void pause(Pause.Scope scope, String value, @Nullable String reason, Instant now) {
		this.jdbc.sql("""
				INSERT INTO pause (scope, value, reason, since) VALUES (:scope, :value, :reason, :since)
				ON CONFLICT (scope, value) DO UPDATE SET reason = coalesce(excluded.reason, pause.reason)
				""")
			.param("scope", scope.word())
			.param("value", value)
			.param("reason", reason)
			.param("since", Sql.at(now))
			.update();
	}

	/** Lets a scope send again, however it is written; answers whether it was stopped. */
	public boolean resume(Pause.Scope scope, String value) {
		return this.jdbc.sql("DELETE FROM pause WHERE scope = :scope AND value = ANY (:values)")
			.param("scope", scope.word())
			.param("values",
					all().stream()
						.filter((pause) -> pause.scope() == scope && pause.isOf(value))
						.map(Pause::value)
						.toArray(String[]::new))
			.update() > 0;
	}

	/** All that is stopped. */
	public List<Pause> all() {
		return this.jdbc.sql("SELECT * FROM pause ORDER BY since, scope, value")
			.query((rs, row) -> new Pause(Pause.Scope.valueOf(rs.getString("scope").toUpperCase(Locale.ROOT)),
					rs.getString("value"), rs.getString("reason"), Sql.instant(rs, "since")))
			.list();
	}

}

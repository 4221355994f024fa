package rei.sms.db.access;

import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** Open sessions, by the digest of their secret; all processes share them. */
@Repository
public class Sessions {

	private static final Duration LONGEST = Duration.ofDays(7);

	private static final Duration IDLE = Duration.ofHours(12);

	private static final Duration NOTED = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	Sessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Opens a session and forgets those that ended by themselves. */
	public void open(String digest, Instant now) {
		this.jdbc.sql("DELETE FROM ops_session WHERE opened_at < :longest OR seen_at < :idle")
			.param("longest", Sql.at(now.minus(LONGEST)))
			.param("idle", Sql.at(now.minus(IDLE)))
			.update();
		this.jdbc.sql("INSERT INTO ops_session VALUES (:digest, :now, :now)")
			.param("digest", digest)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Whether a session is open; one that is used stays open for another twelve hours.
	 */
	public boolean isOpen(String digest, Instant now) {
		return this.jdbc.sql("SELECT seen_at FROM ops_session WHERE digest = :digest AND opened_at > :longest")
			.param("digest", digest)
			.param("longest", Sql.at(now.minus(LONGEST)))
			.query((rs, row) -> Sql.instant(rs, "seen_at"))
			.optional()
			.filter((seen) -> seen.isAfter(now.minus(IDLE)))
			.map((seen) -> seen.isAfter(now.minus(NOTED)) || isNoted(digest, now))
			.orElse(false);
	}

	/** Ends a session. */
	public void close(String digest) {
		this.jdbc.sql("DELETE FROM ops_session WHERE digest = :digest").param("digest", digest).update();
	}

	private boolean isNoted(String digest, Instant now) {
		return this.jdbc.sql("UPDATE ops_session SET seen_at = :now WHERE digest = :digest")
			.param("digest", digest)
			.param("now", Sql.at(now))
			.update() == 1;
	}

}

package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.Sql;

/**
 * Records set aside. A step's reader leaves out what is parked under its name until a
 * person retries it.
 */
@Repository
public class ParkedRecords {

	private final JdbcClient jdbc;

	ParkedRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Sets a record aside, in a transaction of its own: the chunk's is lost. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void park(String job, String step, String key, String error, Instant now) {
		this.jdbc.sql("""
				INSERT INTO parked (job, step, key, error, since) VALUES (:job, :step, :key, :error, :now)
				ON CONFLICT (step, key) DO UPDATE SET error = excluded.error, attempts = parked.attempts + 1
				""")
			.param("job", job)
			.param("step", step)
			.param("key", key)
			.param("error", error)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Sets a version of a row aside, in a transaction of its own: it is taken again once
	 * the row has changed.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void park(String job, String step, String key, long version, String error, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO parked (job, step, key, version, error, since) VALUES (:job, :step, :key, :version, :error, :now)
					ON CONFLICT (step, key) DO UPDATE SET error = excluded.error, version = excluded.version,
						attempts = parked.attempts + 1
					""")
			.param("job", job)
			.param("step", step)
			.param("key", key)
			.param("version", version)
			.param("error", error)
			.param("now", Sql.at(now))
			.update();
	}

	/** Lets the step's next run take the record again; answers whether it was parked. */
	public boolean retry(long id) {
		return this.jdbc.sql("DELETE FROM parked WHERE id = :id").param("id", id).update() == 1;
	}

	/** Lets everything that is set aside be taken again; answers how much there was. */
	public int retryAll() {
		return this.jdbc.sql("DELETE FROM parked").update();
	}

	/** All that is set aside, oldest first. */
	public List<ParkedRecord> all() {
		return this.jdbc.sql("SELECT * FROM parked ORDER BY since, id")
			.query((rs, row) -> new ParkedRecord(rs.getLong("id"), rs.getString("job"), rs.getString("step"),
					rs.getString("key"), rs.getString("error"), rs.getInt("attempts"), Sql.instant(rs, "since")))
			.list();
	}

}

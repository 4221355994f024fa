package rei.sms.db.mirror;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether some worker shows in Airtable what changed: then nobody else need show it
 * before its time.
 */
@Repository
public class MirrorWorkers {

	private final JdbcClient jdbc;

	MirrorWorkers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes that one is at work. */
	public void see() {
		this.jdbc.sql("""
				INSERT INTO mirror_worker (seen) VALUES (clock_timestamp())
				ON CONFLICT (id) DO UPDATE SET seen = excluded.seen
				""").update();
	}

	/** Whether one was at work these last minutes. */
	public boolean areSeen() {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT 1 FROM mirror_worker WHERE seen > clock_timestamp() - interval '2 minutes')")
			.query(Boolean.class)
			.single();
	}

}

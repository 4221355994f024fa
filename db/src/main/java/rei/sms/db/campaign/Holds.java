package rei.sms.db.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** What holds campaigns that run. */
@Repository
public class Holds {

	private final JdbcClient jdbc;

	Holds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what holds which campaigns, and nothing else; one that is held already keeps
	 * the time it began.
	 * @param lookAt when it is worth planning them again
	 */
	public void replace(Map<UUID, String> reasons, Instant lookAt, Instant now) {
		var ids = reasons.keySet().toArray(UUID[]::new);
		this.jdbc.sql("DELETE FROM campaign_hold WHERE campaign_id <> ALL (:ids)").param("ids", ids).update();
		this.jdbc.sql("""
				INSERT INTO campaign_hold (campaign_id, reason, since, look_at)
				SELECT id, reason, :now, :lookAt FROM unnest(:ids::uuid[], :reasons::text[]) AS t (id, reason)
				ON CONFLICT (campaign_id) DO UPDATE SET reason = excluded.reason, look_at = excluded.look_at
				""")
			.param("ids", ids)
			.param("reasons", reasons.values().toArray(String[]::new))
			.param("lookAt", Sql.at(lookAt))
			.param("now", Sql.at(now))
			.update();
	}

}

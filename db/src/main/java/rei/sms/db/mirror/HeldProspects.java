package rei.sms.db.mirror;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.CountLock;

/**
 * Prospects of whom there is nothing to say but that they were texted or became leads,
 * which their linked records show already: no call leaves for them alone.
 */
@Repository
public class HeldProspects {

	private static final Duration FOR_EVER = Duration.ofDays(365_000);

	private final JdbcClient jdbc;

	private final CountLock counts;

	HeldProspects(JdbcClient jdbc, CountLock counts) {
		this.jdbc = jdbc;
		this.counts = counts;
	}

	/** Has them shown once they were held so long; for ever where that is no time. */
	@Transactional
	public void holdFor(Duration time) {
		var seconds = (time.isPositive() ? time : FOR_EVER).toSeconds();
		if (isNew(seconds)) {
			this.counts.take();
			keep(seconds);
			this.jdbc.sql("""
					UPDATE prospect SET mirror_due = due_after(unmirrored_since, held_for(), 60)
					WHERE version > mirrored_version AND NOT mirror_urgent AND is_held(status, reply_count)
					""").update();
		}
	}

	private boolean isNew(long seconds) {
		return this.jdbc.sql("SELECT held_for() <> :seconds * interval '1 second'")
			.param("seconds", seconds)
			.query(Boolean.class)
			.single();
	}

	private void keep(long seconds) {
		this.jdbc.sql("""
				INSERT INTO mirror_patience (held) VALUES (:seconds * interval '1 second')
				ON CONFLICT (id) DO UPDATE SET held = excluded.held
				""").param("seconds", seconds).update();
	}

}

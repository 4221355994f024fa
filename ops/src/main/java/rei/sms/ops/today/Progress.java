package rei.sms.ops.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.ops.access.PagesOn;
import rei.sms.ops.pages.Headway;

/** How far the running campaigns are, and when they will be through. */
@Component
@Conditional(PagesOn.class)
class Progress {

	private final JdbcClient jdbc;

	private final Clock clock;

	Progress(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Running> running() {
		var now = this.clock.instant();
		return this.jdbc.sql("""
				SELECT m.id, m.name, m.contacts, m.replies, m.opt_outs, h.reason AS hold,
					(SELECT sum(u.prospects) FROM campaign_unplanned u WHERE u.campaign_id = m.id) AS open,
					q.queued, q.last
				FROM campaign m
				LEFT JOIN campaign_hold h ON h.campaign_id = m.id
				LEFT JOIN LATERAL (SELECT count(*) AS queued, max(not_before) AS last
					FROM outbox o WHERE o.campaign_id = m.id AND o.kind = 'CAMPAIGN') q ON true
				WHERE m.status = 'RUNNING' ORDER BY m.name, m.id
				""").query((rs, row) -> running(rs, now)).list();
	}

	private static Running running(ResultSet rs, Instant now) throws SQLException {
		var headway = new Headway(rs.getLong("contacts"), rs.getLong("queued"), rs.getLong("open"));
		return new Running(Sql.uuid(rs, "id"), rs.getString("name"), headway, rs.getLong("replies"),
				rs.getLong("opt_outs"), rs.getString("hold"), finish(now, headway, Sql.instantOrNull(rs, "last")));
	}

	/** What is planned tells the pace of what is not. */
	private static @Nullable Instant finish(Instant now, Headway headway, @Nullable Instant last) {
		if (last == null || headway.queued() == 0) {
			return null;
		}
		var span = Duration.between(now, last.isAfter(now) ? last : now);
		return now.plus(span).plusMillis(span.toMillis() * headway.open() / headway.queued());
	}

	/**
	 * One campaign that runs.
	 *
	 * @param hold what holds it, if anything does
	 * @param finish when its last text would go, if that can be told
	 */
	record Running(UUID id, String name, Headway headway, long replies, long optOuts, @Nullable String hold,
			@Nullable Instant finish) {
	}

}

package rei.sms.db.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** The first texts of campaigns that wait for what comes of them before they go on. */
@Repository
public class Canaries {

	private final JdbcClient jdbc;

	Canaries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How a campaign's canary stands; empty when it has none or it has passed.
	 * @param usual the first texts of a campaign that says nothing else, 0 for none
	 */
	public Optional<Canary> of(UUID campaign, int usual) {
		return this.jdbc.sql("""
				SELECT coalesce(m.canary, :usual) AS canary, m.canary_stopped_at, count(c.id) AS chosen,
					count(*) FILTER (WHERE c.status = 'QUEUED') AS unsent,
					count(*) FILTER (WHERE c.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT')
						OR s.since >= c.sent_at) AS settled,
					count(*) FILTER (WHERE c.status = 'DELIVERED') AS delivered,
					count(*) FILTER (WHERE c.error_code IN ('30007', '30034')) AS filtered,
					count(*) FILTER (WHERE s.since >= c.sent_at) AS opted_out, max(c.sent_at) AS last_sent
				FROM campaign m
				LEFT JOIN recipient r ON r.campaign_id = m.id AND r.outcome = 'QUEUED'
				LEFT JOIN conversation c ON c.id = r.conversation_id
				LEFT JOIN suppression s ON s.phone = r.phone AND s.lifted_at IS NULL
				WHERE m.id = :campaign AND coalesce(m.canary, :usual) > 0 AND m.canary_passed_at IS NULL
				GROUP BY m.id
				""").param("campaign", campaign).param("usual", usual).query(Canaries::canary).optional();
	}

	/** Lets a campaign go on. */
	public void pass(UUID campaign, Instant now) {
		this.jdbc.sql("UPDATE campaign SET canary_passed_at = :now WHERE id = :campaign AND canary_passed_at IS NULL")
			.param("campaign", campaign)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Stops a campaign for what came of its canary; when a person lets it run again, it
	 * goes on.
	 */
	public void stop(UUID campaign, Instant now) {
		this.jdbc.sql("""
				UPDATE campaign SET status = 'PAUSED', canary_stopped_at = :now
				WHERE id = :campaign AND status = 'RUNNING'
				""").param("campaign", campaign).param("now", Sql.at(now)).update();
	}

	private static Canary canary(ResultSet rs, int row) throws SQLException {
		return new Canary(rs.getInt("canary"), rs.getInt("chosen"), rs.getInt("unsent"), rs.getInt("settled"),
				rs.getInt("delivered"), rs.getInt("filtered"), rs.getInt("opted_out"),
				Sql.instantOrNull(rs, "last_sent"), Sql.instantOrNull(rs, "canary_stopped_at"));
	}

	/**
	 * How a canary stands.
	 *
	 * @param size texts to send before the campaign holds
	 * @param chosen texts queued or sent so far
	 * @param unsent those still queued
	 * @param settled those whose fate is known
	 * @param filtered those that carriers refused for content or sender
	 * @param optedOut those answered by an opt-out
	 * @param stoppedAt when it stopped the campaign, if it did
	 */
	public record Canary(int size, int chosen, int unsent, int settled, int delivered, int filtered, int optedOut,
			@Nullable Instant lastSentAt, @Nullable Instant stoppedAt) {
	}

}

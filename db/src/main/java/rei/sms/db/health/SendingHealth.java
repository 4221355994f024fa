package rei.sms.db.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.health.Fared.Scope;
import rei.sms.db.health.Standing.Bounds;

/** How templates, campaigns and numbers fare, and which of them were stopped for it. */
@Repository
public class SendingHealth {

	private final JdbcClient jdbc;

	SendingHealth(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether anything was judged since. */
	public boolean judgedSince(Instant since) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM health WHERE judged_at > :since)")
			.param("since", Sql.at(since))
			.query(Boolean.class)
			.single();
	}

	/**
	 * What became of texts since {@code since}, but for those before a stop; an opt-out
	 * is put down to the text that it answers, the last before it.
	 */
	public List<Fared> fared(Instant since) {
		return this.jdbc
			.sql("""
					WITH went AS (
						SELECT a.our_number, a.decided_at, c.kind, c.campaign_id, t.airtable_id AS template, v.name AS template_name,
							coalesce(a.status = 'DELIVERED', false) AS delivered,
							coalesce(a.error_code IN ('30007', '30034'), false) AS filtered,
							coalesce(a.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT'), false) AS ended,
							EXISTS (SELECT 1 FROM suppression s
								WHERE s.phone = a.seller_phone AND s.since >= a.decided_at AND s.reason IN ('STOP', 'DNC')
									AND NOT EXISTS (SELECT 1 FROM attempt b WHERE b.seller_phone = a.seller_phone AND b.allowed
										AND b.outcome IS DISTINCT FROM 'NOT_SENT' AND b.decided_at <= s.since
										AND (b.decided_at, b.id) > (a.decided_at, a.id))) AS opted_out
						FROM attempt a
						JOIN conversation c ON c.id = a.conversation_id
						LEFT JOIN template_version v ON v.id = c.template_version_id
						LEFT JOIN template t ON t.id = v.template_id
						WHERE a.allowed AND a.decided_at > :since AND a.outcome IS DISTINCT FROM 'NOT_SENT'),
					known AS (SELECT * FROM went WHERE ended OR filtered OR opted_out),
					told AS (
						SELECT 'TEMPLATE' AS scope, template AS subject, coalesce(template_name, template) AS name, known.*
							FROM known WHERE template IS NOT NULL
						UNION ALL SELECT 'CAMPAIGN', m.id::text, m.name, known.*
							FROM known JOIN campaign m ON m.id = known.campaign_id WHERE known.kind = 'CAMPAIGN'
						UNION ALL SELECT 'NUMBER', our_number, our_number, known.* FROM known WHERE our_number IS NOT NULL)
					SELECT told.scope, told.subject, max(told.name) AS name, count(*) AS settled,
						count(*) FILTER (WHERE told.delivered) AS delivered, count(*) FILTER (WHERE told.filtered) AS filtered,
						count(*) FILTER (WHERE told.opted_out) AS opted_out
					FROM told LEFT JOIN health h ON h.scope = told.scope AND h.subject = told.subject
					WHERE told.decided_at > coalesce(h.stopped_at, '-infinity')
					GROUP BY told.scope, told.subject ORDER BY told.scope, told.subject
					""")
			.param("since", Sql.at(since))
			.query(SendingHealth::fared)
			.list();
	}

	/** Keeps how things stand; a stop that was kept before stays. */
	public void keep(Standing standing, Instant now) {
		var fared = standing.fared();
		this.jdbc
			.sql("""
					INSERT INTO health AS h (scope, subject, name, settled, delivered, filtered, opted_out, delivered_low,
						delivered_high, filtered_low, filtered_high, opted_out_low, opted_out_high, reason, stopped_at, judged_at)
					VALUES (:scope, :subject, :name, :settled, :delivered, :filtered, :optedOut, :deliveredLow, :deliveredHigh,
						:filteredLow, :filteredHigh, :optedOutLow, :optedOutHigh, :reason::text, :stoppedAt::timestamptz, :now)
					ON CONFLICT (scope, subject) DO UPDATE SET name = excluded.name, settled = excluded.settled,
						delivered = excluded.delivered, filtered = excluded.filtered, opted_out = excluded.opted_out,
						delivered_low = excluded.delivered_low, delivered_high = excluded.delivered_high,
						filtered_low = excluded.filtered_low, filtered_high = excluded.filtered_high,
						opted_out_low = excluded.opted_out_low, opted_out_high = excluded.opted_out_high,
						reason = excluded.reason, stopped_at = coalesce(excluded.stopped_at, h.stopped_at),
						judged_at = excluded.judged_at
					""")
			.param("scope", fared.scope().name())
			.param("subject", fared.subject())
			.param("name", fared.name())
			.param("settled", fared.settled())
			.param("delivered", fared.delivered())
			.param("filtered", fared.filtered())
			.param("optedOut", fared.optedOut())
			.param("deliveredLow", standing.delivered().low())
			.param("deliveredHigh", standing.delivered().high())
			.param("filteredLow", standing.filtered().low())
			.param("filteredHigh", standing.filtered().high())
			.param("optedOutLow", standing.optedOut().low())
			.param("optedOutHigh", standing.optedOut().high())
			.param("reason", standing.reason())
			.param("stoppedAt", Sql.orNull(standing.stoppedAt()))
			.param("now", Sql.at(now))
			.update();
	}

	/** Forgets numbers that sent nothing in the days that {@code now}'s look counted. */
	public void forgetIdleNumbers(Instant now) {
		this.jdbc.sql("DELETE FROM health WHERE scope = 'NUMBER' AND judged_at < :now")
			.param("now", Sql.at(now))
			.update();
	}

	/** Pauses a running campaign; answers whether it ran. */
	public boolean stopCampaign(String id) {
		return this.jdbc.sql("UPDATE campaign SET status = 'PAUSED' WHERE id = :id::uuid AND status = 'RUNNING'")
			.param("id", id)
			.update() == 1;
	}

	/** Campaigns that run. */
	public Set<String> runningCampaigns() {
		return Set
			.copyOf(this.jdbc.sql("SELECT id::text FROM campaign WHERE status = 'RUNNING'").query(String.class).list());
	}

	/** How everything stands. */
	public List<Standing> all() {
		return this.jdbc.sql("SELECT * FROM health ORDER BY scope, name, subject")
			.query(SendingHealth::standing)
			.list();
	}

	private static Fared fared(ResultSet rs, int row) throws SQLException {
		return new Fared(Sql.word(rs, "scope", Scope.class), rs.getString("subject"), rs.getString("name"),
				rs.getInt("settled"), rs.getInt("delivered"), rs.getInt("filtered"), rs.getInt("opted_out"));
	}

	private static Standing standing(ResultSet rs, int row) throws SQLException {
		return new Standing(fared(rs, row), bounds(rs, "delivered"), bounds(rs, "filtered"), bounds(rs, "opted_out"),
				rs.getString("reason"), stoppedAt(rs));
	}

	private static @Nullable Instant stoppedAt(ResultSet rs) throws SQLException {
		return Sql.instantOrNull(rs, "stopped_at");
	}

	private static Bounds bounds(ResultSet rs, String column) throws SQLException {
		return new Bounds(rs.getDouble(column + "_low"), rs.getDouble(column + "_high"));
	}

}

package rei.sms.ops.campaigns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.campaign.CampaignStatus;
import rei.sms.ops.access.PagesOn;
import rei.sms.ops.pages.Interval;

/** Reads campaigns with their counts, and what came of each template. */
@Component
@Conditional(PagesOn.class)
class CampaignList {

	private static final String VIEW = """
			SELECT m.*, h.reason AS hold,
				(SELECT count(*) FROM campaign_prospect p WHERE p.campaign_id = m.id AND p.planned_at IS NULL) AS open,
				(SELECT count(*) FROM outbox o WHERE o.campaign_id = m.id) AS queued
			FROM %s m LEFT JOIN campaign_hold h ON h.campaign_id = m.id
			""";

	private final JdbcClient jdbc;

	CampaignList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Running ones first, then the newest. */
	List<CampaignView> all(int limit) {
		return this.jdbc.sql(VIEW.formatted(
				"""
						(SELECT * FROM campaign ORDER BY array_position(
							ARRAY['RUNNING', 'SCHEDULED', 'PAUSED', 'DRAFT', 'COMPLETED'], status), created_at DESC, id LIMIT :limit)""")
				+ "ORDER BY array_position(ARRAY['RUNNING', 'SCHEDULED', 'PAUSED', 'DRAFT', 'COMPLETED'], m.status), "
				+ "m.created_at DESC, m.id")
			.param("limit", limit)
			.query(CampaignList::view)
			.list();
	}

	Optional<CampaignView> find(UUID id) {
		return this.jdbc.sql(VIEW.formatted("campaign") + "WHERE m.id = :id")
			.param("id", id)
			.query(CampaignList::view)
			.optional();
	}

	/**
	 * What came of each of a campaign's texts: who answered is counted once, for the
	 * campaign's text to that phone.
	 */
	List<TemplateView> templates(UUID campaign) {
		return this.jdbc
			.sql("""
					WITH sent AS (
						SELECT template_version_id AS version, count(*) AS sent FROM conversation
						WHERE campaign_id = :id AND sent_at IS NOT NULL GROUP BY 1),
					answered AS (
						SELECT c.template_version_id AS version, count(*) AS replies,
							count(*) FILTER (WHERE a.stopped) AS opt_outs
						FROM (SELECT seller_phone, bool_or(request IN ('STOP', 'STOP_DOUBTFUL')) AS stopped FROM conversation
							WHERE campaign_id = :id AND direction = 'INBOUND' GROUP BY seller_phone) a
						JOIN recipient r ON r.campaign_id = :id AND r.phone = a.seller_phone
						JOIN conversation c ON c.id = r.conversation_id
						GROUP BY 1)
					SELECT coalesce(v.name, v.internal_id, 'By hand or as a reply') AS name, v.number, v.message, s.sent,
						coalesce(a.replies, 0) AS replies, coalesce(a.opt_outs, 0) AS opt_outs
					FROM sent s LEFT JOIN answered a ON a.version IS NOT DISTINCT FROM s.version
					LEFT JOIN template_version v ON v.id = s.version
					ORDER BY s.sent DESC, name
					""")
			.param("id", campaign)
			.query((rs, row) -> new TemplateView(rs.getString("name"), rs.getInt("number"), rs.getString("message"),
					rs.getLong("sent"), rs.getLong("replies"), rs.getLong("opt_outs")))
			.list();
	}

	private static CampaignView view(ResultSet rs, int row) throws SQLException {
		return new CampaignView(Sql.uuid(rs, "id"), rs.getString("name"), Sql.word(rs, "status", CampaignStatus.class),
				rs.getString("market"), rs.getString("segment"), Sql.instantOrNull(rs, "start_time"),
				Sql.instantOrNull(rs, "end_time"), rs.getLong("total_sent"), rs.getLong("replies"),
				rs.getLong("opt_outs"), rs.getLong("leads"), rs.getLong("failed"), rs.getLong("open"),
				rs.getLong("queued"), rs.getObject("canary", Integer.class), Sql.instantOrNull(rs, "canary_passed_at"),
				Sql.instantOrNull(rs, "canary_stopped_at"), rs.getString("hold"), rs.getString("last_run_result"),
				Sql.instantOrNull(rs, "last_run_at"));
	}

	/**
	 * What came of one version of a template.
	 *
	 * @param replies phones that answered
	 */
	record TemplateView(String name, int version, @Nullable String message, long sent, long replies, long optOuts) {

		/** Phones that answered, of all that were sent it. */
		public Interval replyRate() {
			return new Interval(this.replies, this.sent);
		}

		/** Phones that opted out, of all that were sent it. */
		public Interval optOutRate() {
			return new Interval(this.optOuts, this.sent);
		}

	}

}

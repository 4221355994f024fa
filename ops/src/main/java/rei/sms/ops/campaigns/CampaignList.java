package rei.sms.ops.campaigns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.campaign.CampaignStatus;
import rei.sms.ops.access.PagesOn;
import rei.sms.ops.pages.Headway;

/** Reads campaigns with their counts. */
@Component
@Conditional(PagesOn.class)
class CampaignList {

	private static final String VIEW = """
			SELECT m.*, h.reason AS hold,
				(SELECT sum(u.prospects) FROM campaign_unplanned u WHERE u.campaign_id = m.id) AS open,
				(SELECT count(*) FROM outbox o WHERE o.campaign_id = m.id AND o.kind = 'CAMPAIGN') AS queued
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

	private static CampaignView view(ResultSet rs, int row) throws SQLException {
		return new CampaignView(Sql.uuid(rs, "id"), rs.getString("name"), Sql.word(rs, "status", CampaignStatus.class),
				rs.getString("market"), rs.getString("segment"), Sql.instantOrNull(rs, "start_time"),
				Sql.instantOrNull(rs, "end_time"), rs.getLong("total_sent"), rs.getLong("replies"),
				rs.getLong("opt_outs"), rs.getLong("leads"), rs.getLong("failed"),
				new Headway(rs.getLong("contacts"), rs.getLong("queued"), rs.getLong("open")),
				rs.getObject("canary", Integer.class), Sql.instantOrNull(rs, "canary_passed_at"),
				Sql.instantOrNull(rs, "canary_stopped_at"), rs.getString("hold"), rs.getString("last_run_result"),
				Sql.instantOrNull(rs, "last_run_at"));
	}

}

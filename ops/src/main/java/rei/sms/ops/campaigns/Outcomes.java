package rei.sms.ops.campaigns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.ops.access.PagesOn;

/**
 * What came of each of a campaign's texts: who answered is counted once, for the
 * campaign's text to that phone. A small campaign is counted as it is looked at; of a
 * large one the last count is shown, and counted anew meanwhile.
 */
@Component
@Conditional(PagesOn.class)
class Outcomes {

	private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

	/** So many are counted in a few milliseconds. */
	private static final long AT_ONCE = 2_000;

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Set<UUID> counting = ConcurrentHashMap.newKeySet();

	Outcomes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** When the campaign was counted last, once that was brought up to date or begun. */
	Optional<Instant> countedAt(CampaignView campaign) {
		if (campaign.sent() <= AT_ONCE) {
			count(campaign.id());
		}
		var last = this.jdbc.sql("SELECT counted_at FROM campaign_outcome WHERE campaign_id = :id")
			.param("id", campaign.id())
			.query((rs, row) -> Sql.instant(rs, "counted_at"))
			.optional();
		if (last.filter((at) -> at.isAfter(this.clock.instant().minus(FRESH))).isEmpty()) {
			Thread.ofVirtual().name("ops-outcomes").start(() -> countAlone(campaign.id()));
		}
		return last;
	}

	/** As it was counted last, the text that went most first. */
	List<TemplateView> templates(UUID campaign) {
		return this.jdbc
			.sql("""
					SELECT coalesce(v.name, v.internal_id, 'By hand or as a reply') AS name, v.number, v.message, o.sent, o.first,
						o.replies, o.opt_outs
					FROM campaign_outcome c
					CROSS JOIN jsonb_to_recordset(c.versions) AS o (version uuid, sent bigint, first bigint, replies bigint, opt_outs bigint)
					LEFT JOIN template_version v ON v.id = o.version
					WHERE c.campaign_id = :id ORDER BY o.sent DESC, name
					""")
			.param("id", campaign)
			.query((rs, row) -> new TemplateView(rs.getString("name"), rs.getInt("number"), rs.getString("message"),
					rs.getLong("sent"), rs.getLong("first"), rs.getLong("replies"), rs.getLong("opt_outs")))
			.list();
	}

	private void countAlone(UUID campaign) {
		if (!this.counting.add(campaign)) {
			return;
		}
		try {
			count(campaign);
		}
		catch (DataAccessException ex) {
			log.warn("campaign {} could not be counted: {}", campaign, ex.getClass().getSimpleName());
		}
		finally {
			this.counting.remove(campaign);
		}
	}

	private void count(UUID campaign) {
		this.jdbc
			.sql("""
					WITH sent AS (
						SELECT c.template_version_id AS version, count(*) AS sent, count(r.phone) AS first FROM conversation c
						LEFT JOIN recipient r ON r.campaign_id = :id AND r.phone = c.seller_phone AND r.conversation_id = c.id
						WHERE c.campaign_id = :id AND c.sent_at IS NOT NULL GROUP BY 1),
					answered AS (
						SELECT c.template_version_id AS version, count(*) AS replies,
							count(*) FILTER (WHERE a.stopped) AS opt_outs
						FROM (SELECT seller_phone, bool_or(request IN ('STOP', 'STOP_DOUBTFUL')) AS stopped FROM conversation
							WHERE campaign_id = :id AND direction = 'INBOUND' GROUP BY seller_phone) a
						JOIN recipient r ON r.campaign_id = :id AND r.phone = a.seller_phone
						JOIN conversation c ON c.id = r.conversation_id
						GROUP BY 1)
					INSERT INTO campaign_outcome (campaign_id, versions, counted_at)
					SELECT :id, coalesce(jsonb_agg(jsonb_build_object('version', s.version, 'sent', s.sent, 'first', s.first,
						'replies', coalesce(a.replies, 0), 'opt_outs', coalesce(a.opt_outs, 0))), '[]'), :now
					FROM sent s LEFT JOIN answered a ON a.version IS NOT DISTINCT FROM s.version
					ON CONFLICT (campaign_id) DO UPDATE SET versions = excluded.versions, counted_at = excluded.counted_at
					""")
			.param("id", campaign)
			.param("now", Sql.at(this.clock.instant()))
			.update();
	}

}

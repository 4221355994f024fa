package rei.sms.db.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** Counted results: for every campaign, every market, and all of them. */
@Repository
public class Kpis {

	/** Stands for every campaign or every market. */
	public static final String ALL = "ALL";

	private static final String ROLL_UP = """
			WITH message AS (
				SELECT c.direction, c.status, c.segments, c.request, c.response_minutes, 0 AS leads,
					coalesce(m.name, '(none)') AS campaign, coalesce(n.market, m.market, '(none)') AS market
				FROM conversation c
				LEFT JOIN campaign m ON m.id = c.campaign_id
				LEFT JOIN number n ON n.phone = c.our_number
				WHERE (c.direction = 'OUTBOUND' AND c.sent_at >= :from AND c.sent_at < :to)
					OR (c.direction = 'INBOUND' AND c.created_at >= :from AND c.created_at < :to)
				UNION ALL
				SELECT 'LEAD', NULL, NULL, NULL, NULL, 1, coalesce(m.name, '(none)'), coalesce(p.market, m.market, '(none)')
				FROM lead l LEFT JOIN campaign m ON m.id = l.campaign_id LEFT JOIN prospect p ON p.id = l.prospect_id
				WHERE l.created_at >= :from AND l.created_at < :to),
			counted AS (
				SELECT coalesce(campaign, 'ALL') AS campaign, coalesce(market, 'ALL') AS market,
					count(*) FILTER (WHERE direction = 'OUTBOUND') AS sent,
					count(*) FILTER (WHERE status = 'DELIVERED') AS delivered,
					count(*) FILTER (WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED')) AS failed,
					count(*) FILTER (WHERE direction = 'INBOUND') AS responses,
					count(*) FILTER (WHERE direction = 'INBOUND' AND request IN ('STOP', 'STOP_DOUBTFUL')) AS optouts,
					sum(leads) AS leads,
					coalesce(sum(segments) FILTER (WHERE direction = 'OUTBOUND'), 0) AS segments,
					percentile_cont(0.5) WITHIN GROUP (ORDER BY response_minutes)
						FILTER (WHERE direction = 'OUTBOUND' AND response_minutes IS NOT NULL) AS minutes
				FROM message
				GROUP BY GROUPING SETS ((campaign), (market), ())),
			named AS (
				SELECT k.campaign, k.market, v.metric, v.value
				FROM counted k CROSS JOIN LATERAL (VALUES
					('TOTAL_SENT', k.sent::numeric), ('DELIVERED', k.delivered::numeric), ('FAILED', k.failed::numeric),
					('RESPONSES', k.responses::numeric), ('OPTOUTS', k.optouts::numeric), ('LEADS', k.leads::numeric),
					('SEGMENTS', k.segments::numeric), ('COST', k.segments * :price),
					('DELIVERY_RATE', round(100.0 * k.delivered / nullif(k.sent, 0), 4)),
					('REPLY_RATE', round(100.0 * k.responses / nullif(k.sent, 0), 4)),
					('OPTOUT_RATE', round(100.0 * k.optouts / nullif(k.sent, 0), 4)),
					('MEDIAN_RESPONSE_MINUTES', round(k.minutes::numeric, 4))) AS v (metric, value)
				WHERE v.value IS NOT NULL)
			INSERT INTO kpi AS k (metric, campaign, market, period, date_start, date_end, value, computed_at)
			SELECT metric, campaign, market, :period, :start, :end, value, :now FROM named
			ON CONFLICT (metric, campaign, market, period, date_start)
				DO UPDATE SET value = excluded.value, computed_at = excluded.computed_at, date_end = excluded.date_end
				WHERE k.value <> excluded.value
			""";

	private final JdbcClient jdbc;

	Kpis(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts a window anew; the same window counted twice leaves the same rows.
	 * @param zone the zone whose days the window counts
	 * @param price of one segment
	 * @return rows that are new or changed
	 */
	public int rollUp(Window window, ZoneId zone, BigDecimal price, Instant now) {
		return this.jdbc.sql(ROLL_UP)
			.param("from", Sql.at(window.from(zone)))
			.param("to", Sql.at(window.to(zone)))
			.param("period", window.period().name())
			.param("start", window.start())
			.param("end", window.end())
			.param("price", price)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * What a metric came to on the window's days, by campaign, where at least
	 * {@code sent} texts went out.
	 */
	public List<Value> values(String metric, Window window, int sent) {
		return this.jdbc.sql("""
				SELECT v.campaign, v.value FROM kpi v
				JOIN kpi s ON s.metric = 'TOTAL_SENT' AND s.campaign = v.campaign AND s.market = v.market
					AND s.period = v.period AND s.date_start = v.date_start
				WHERE v.metric = :metric AND v.market = 'ALL' AND v.period = :period AND v.date_start = :start
					AND s.value >= :sent
				ORDER BY v.campaign
				""")
			.param("metric", metric)
			.param("period", window.period().name())
			.param("start", window.start())
			.param("sent", sent)
			.query((rs, row) -> new Value(rs.getString("campaign"), rs.getBigDecimal("value")))
			.list();
	}

	/** What a metric came to for one campaign, or for all. */
	public record Value(String campaign, BigDecimal value) {
	}

}

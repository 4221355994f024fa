package rei.sms.db.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** Counted results: for every campaign, every market, and all of them. */
@Repository
public class Kpis {

	/** Stands for every campaign, market, number or template. */
	public static final String ALL = "ALL";

	/** What tells a text, a reply and a lead apart in reports. */
	private static final String NAMES = """
			coalesce(m.name, '(none)') AS campaign, coalesce(n.market, m.market, '(none)') AS market,
			coalesce(n.phone, '(none)') AS number, coalesce(v.name, v.internal_id, '(none)') AS template
			""";

	private static final String WHOLE = """
			coalesce(campaign, 'ALL') AS campaign, coalesce(market, 'ALL') AS market,
			coalesce(number, 'ALL') AS number, coalesce(template, 'ALL') AS template
			""";

	private static final String SETS = "GROUP BY GROUPING SETS ((campaign), (market), (number), (template), ())";

	/** The text that a seller had before them. */
	private static final String ANSWERED = """
			LEFT JOIN LATERAL (
				SELECT o.template_version_id, o.our_number FROM conversation o
				WHERE o.seller_phone = %s AND o.direction = 'OUTBOUND' AND o.sent_at <= %s
				ORDER BY o.created_at DESC LIMIT 1) asked ON true
			LEFT JOIN template_version v ON v.id = asked.template_version_id
			""";

	/** The metrics of what was counted, and the rows they replace. */
	private static final String KEEP = """
			named AS (
				SELECT k.campaign, k.market, k.number, k.template, v.metric, v.value
				FROM counted k CROSS JOIN LATERAL (VALUES
					('TOTAL_SENT', k.sent::numeric), ('DELIVERED', k.delivered::numeric), ('FAILED', k.failed::numeric),
					('RESPONSES', k.responses::numeric), ('OPTOUTS', k.optouts::numeric), ('LEADS', k.leads::numeric),
					('SEGMENTS', k.segments::numeric), ('COST', k.cost),
					('DELIVERY_RATE', round(100.0 * k.delivered / nullif(k.sent, 0), 4)),
					('REPLY_RATE', round(100.0 * k.responses / nullif(k.sent, 0), 4)),
					('OPTOUT_RATE', round(100.0 * k.optouts / nullif(k.sent, 0), 4)),
					('MEDIAN_RESPONSE_MINUTES', round(k.minutes::numeric, 4))) AS v (metric, value)
				WHERE v.value IS NOT NULL),
			gone AS (
				UPDATE kpi k SET value = 0, computed_at = :now
				WHERE k.period = :period AND k.date_start = :start AND k.value <> 0
					AND NOT EXISTS (SELECT 1 FROM named n
						WHERE (n.metric, n.campaign, n.market, n.number, n.template)
							= (k.metric, k.campaign, k.market, k.number, k.template)))
			INSERT INTO kpi AS k (metric, campaign, market, number, template, period, date_start, date_end, value,
				computed_at, shown)
			SELECT metric, campaign, market, number, template, :period, :start, :end, value, :now,
				:everything OR (number = 'ALL' AND template = 'ALL')
			FROM named
			ON CONFLICT (metric, campaign, market, number, template, period, date_start)
				DO UPDATE SET value = excluded.value, computed_at = excluded.computed_at, date_end = excluded.date_end,
					shown = excluded.shown
				WHERE (k.value, k.shown) <> (excluded.value, excluded.shown)
			""";

	private static final String COUNT_DAY = """
			WITH message AS (
				SELECT c.direction, c.status, c.segments, c.request, c.response_minutes, 0 AS leads, {names}
				FROM conversation c
				LEFT JOIN campaign m ON m.id = c.campaign_id
				LEFT JOIN number n ON n.phone = c.our_number
				LEFT JOIN template_version v ON v.id = c.template_version_id
				WHERE c.direction = 'OUTBOUND' AND c.sent_at >= :from AND c.sent_at < :to
				UNION ALL
				SELECT c.direction, c.status, c.segments, c.request, c.response_minutes, 0, {names}
				FROM conversation c
				LEFT JOIN campaign m ON m.id = c.campaign_id
				LEFT JOIN number n ON n.phone = c.our_number
				{replied}
				WHERE c.direction = 'INBOUND' AND c.created_at >= :from AND c.created_at < :to
				UNION ALL
				SELECT 'LEAD', NULL, NULL, NULL, NULL, 1, coalesce(m.name, '(none)'),
					coalesce(p.market, m.market, '(none)'), coalesce(n.phone, '(none)'),
					coalesce(v.name, v.internal_id, '(none)')
				FROM lead l
				LEFT JOIN campaign m ON m.id = l.campaign_id
				LEFT JOIN prospect p ON p.id = l.prospect_id
				{promoted}
				LEFT JOIN number n ON n.phone = asked.our_number
				WHERE l.created_at >= :from AND l.created_at < :to),
			counted AS (
				SELECT {whole},
					count(*) FILTER (WHERE direction = 'OUTBOUND') AS sent,
					count(*) FILTER (WHERE direction = 'OUTBOUND' AND status = 'DELIVERED') AS delivered,
					count(*) FILTER (WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED')) AS failed,
					count(*) FILTER (WHERE direction = 'INBOUND') AS responses,
					count(*) FILTER (WHERE direction = 'INBOUND' AND request IN ('STOP', 'STOP_DOUBTFUL')) AS optouts,
					coalesce(sum(leads), 0) AS leads,
					coalesce(sum(segments) FILTER (WHERE direction = 'OUTBOUND'), 0) AS segments,
					coalesce(sum(segments) FILTER (WHERE direction = 'OUTBOUND'), 0) * :price AS cost,
					percentile_cont(0.5) WITHIN GROUP (ORDER BY response_minutes)
						FILTER (WHERE direction = 'OUTBOUND' AND response_minutes IS NOT NULL) AS minutes
				FROM message
				{sets}),
			""".replace("{replied}", ANSWERED.formatted("c.seller_phone", "c.created_at"))
		.replace("{promoted}", ANSWERED.formatted("l.phone", "l.created_at"))
		.replace("{names}", NAMES)
		.replace("{whole}", WHOLE)
		.replace("{sets}", SETS) + KEEP;

	/** What adds up is added up from the days; a median has to be looked up. */
	private static final String SUM_UP = """
			WITH answered AS (
				SELECT {whole}, percentile_cont(0.5) WITHIN GROUP (ORDER BY response_minutes) AS minutes
				FROM (
					SELECT c.response_minutes, {names}
					FROM conversation c
					LEFT JOIN campaign m ON m.id = c.campaign_id
					LEFT JOIN number n ON n.phone = c.our_number
					LEFT JOIN template_version v ON v.id = c.template_version_id
					WHERE c.direction = 'OUTBOUND' AND c.response_minutes IS NOT NULL
						AND c.sent_at >= :from AND c.sent_at < :to) reply
				{sets}),
			days AS (
				SELECT campaign, market, number, template,
					sum(value) FILTER (WHERE metric = 'TOTAL_SENT') AS sent,
					sum(value) FILTER (WHERE metric = 'DELIVERED') AS delivered,
					sum(value) FILTER (WHERE metric = 'FAILED') AS failed,
					sum(value) FILTER (WHERE metric = 'RESPONSES') AS responses,
					sum(value) FILTER (WHERE metric = 'OPTOUTS') AS optouts,
					sum(value) FILTER (WHERE metric = 'LEADS') AS leads,
					sum(value) FILTER (WHERE metric = 'SEGMENTS') AS segments,
					sum(value) FILTER (WHERE metric = 'COST') AS cost
				FROM kpi WHERE period = 'DAILY' AND date_start BETWEEN :start AND :end
				GROUP BY campaign, market, number, template),
			counted AS (
				SELECT d.*, a.minutes FROM days d LEFT JOIN answered a USING (campaign, market, number, template)),
			""".replace("{names}", NAMES).replace("{whole}", WHOLE).replace("{sets}", SETS) + KEEP;

	private final JdbcClient jdbc;

	Kpis(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts a window anew: a day from its messages, a week or a month from its days. The
	 * same window counted twice leaves the same rows.
	 * @param zone the zone whose days the window counts
	 * @param price of one segment
	 * @param everything whether Airtable is shown the rows of numbers and templates too
	 * @return rows that are new or changed
	 */
	public int rollUp(Window window, ZoneId zone, BigDecimal price, boolean everything, Instant now) {
		var statement = this.jdbc.sql((window.period() == Window.Period.DAILY) ? COUNT_DAY : SUM_UP)
			.param("from", Sql.at(window.from(zone)))
			.param("to", Sql.at(window.to(zone)))
			.param("period", window.period().name())
			.param("start", window.start())
			.param("end", window.end())
			.param("everything", everything)
			.param("now", Sql.at(now));
		return ((window.period() == Window.Period.DAILY) ? statement.param("price", price) : statement).update();
	}

	/** Days before {@code end} whose count is not final, from the first message on. */
	public List<LocalDate> open(LocalDate since, LocalDate end, ZoneId zone) {
		return this.jdbc.sql("""
				SELECT day::date FROM generate_series(
					greatest(:since::date, (SELECT (min(created_at) AT TIME ZONE :zone)::date FROM conversation)),
					:end::date - 1, interval '1 day') AS day
				WHERE NOT EXISTS (SELECT 1 FROM kpi_day k WHERE k.day = day.day::date)
					AND EXISTS (SELECT 1 FROM conversation)
				ORDER BY day
				""").param("since", since).param("end", end).param("zone", zone.getId()).query(LocalDate.class).list();
	}

	/** Makes a day's count final. */
	public void close(LocalDate day, Instant now) {
		this.jdbc.sql("INSERT INTO kpi_day (day, closed_at) VALUES (:day, :now) ON CONFLICT DO NOTHING")
			.param("day", day)
			.param("now", Sql.at(now))
			.update();
	}

	/** What a day came to, by campaign and for all. */
	public List<Day> day(LocalDate day) {
		return this.jdbc.sql("""
				SELECT campaign, coalesce(max(value) FILTER (WHERE metric = 'TOTAL_SENT'), 0) AS sent,
					coalesce(max(value) FILTER (WHERE metric = 'DELIVERED'), 0) AS delivered,
					coalesce(max(value) FILTER (WHERE metric = 'FAILED'), 0) AS failed,
					coalesce(max(value) FILTER (WHERE metric = 'OPTOUTS'), 0) AS optouts
				FROM kpi WHERE period = 'DAILY' AND date_start = :day
					AND (market, number, template) = ('ALL', 'ALL', 'ALL')
				GROUP BY campaign ORDER BY campaign
				""")
			.param("day", day)
			.query((rs, row) -> new Day(rs.getString("campaign"), day, rs.getInt("sent"), rs.getInt("delivered"),
					rs.getInt("failed"), rs.getInt("optouts")))
			.list();
	}

	/**
	 * What a day came to for one campaign, or for all.
	 *
	 * @param failed texts that were sent and did not arrive
	 */
	public record Day(String campaign, LocalDate day, int sent, int delivered, int failed, int optOuts) {
	}

}

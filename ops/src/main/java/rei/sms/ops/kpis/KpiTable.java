package rei.sms.ops.kpis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.ops.access.PagesOn;

/** Reads counted figures, a window a row, the latest first. */
@Component
@Conditional(PagesOn.class)
public class KpiTable {

	private final JdbcClient jdbc;

	KpiTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The windows from {@code from} on. */
	public List<KpiRow> rows(KpiQuery query, LocalDate from) {
		var windows = new TreeMap<LocalDate, KpiRow>();
		this.jdbc
			.sql("""
					SELECT date_start, date_end, metric, value FROM kpi
					WHERE period = :period AND date_start >= :from AND %s = :value AND %s = 'ALL' AND %s = 'ALL' AND %s = 'ALL'
					"""
				.formatted(columns(query)))
			.param("period", query.period().name())
			.param("from", from)
			.param("value", query.value())
			.query((row) -> {
				var start = row.getObject("date_start", LocalDate.class);
				var end = row.getObject("date_end", LocalDate.class);
				windows.computeIfAbsent(start, (_) -> new KpiRow(start, end, new HashMap<>()))
					.values()
					.put(row.getString("metric"), row.getBigDecimal("value"));
			});
		return List.copyOf(windows.descendingMap().values());
	}

	/** Who of them did what in one window, the busiest first. */
	public Map<String, Map<String, BigDecimal>> ranking(KpiQuery query, LocalDate start) {
		var found = new HashMap<String, Map<String, BigDecimal>>();
		var columns = columns(query);
		this.jdbc
			.sql("""
					SELECT %s AS name, metric, value FROM kpi
					WHERE period = :period AND date_start = :start AND %s <> 'ALL' AND %s = 'ALL' AND %s = 'ALL' AND %s = 'ALL'
					"""
				.formatted(columns[0], columns[0], columns[1], columns[2], columns[3]))
			.param("period", query.period().name())
			.param("start", start)
			.query((row) -> {
				found.computeIfAbsent(row.getString("name"), (_) -> new HashMap<>())
					.put(row.getString("metric"), row.getBigDecimal("value"));
			});
		return ranked(found);
	}

	private static Map<String, Map<String, BigDecimal>> ranked(Map<String, Map<String, BigDecimal>> found) {
		var names = new ArrayList<>(found.keySet());
		names.sort((one, other) -> sent(found, other).compareTo(sent(found, one)));
		var ranked = new LinkedHashMap<String, Map<String, BigDecimal>>();
		names.forEach((name) -> ranked.put(name, found.getOrDefault(name, Map.of())));
		return ranked;
	}

	private static BigDecimal sent(Map<String, Map<String, BigDecimal>> found, String name) {
		return found.getOrDefault(name, Map.of()).getOrDefault("TOTAL_SENT", BigDecimal.ZERO);
	}

	/** Words of ours alone: no name from outside becomes a column. */
	private static Object[] columns(KpiQuery query) {
		var columns = new ArrayList<Object>();
		columns.add(query.by().column());
		columns.addAll(query.others());
		return columns.toArray();
	}

}

package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.KpiField;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/**
 * Key figures, known by a name that holds everything that tells them apart (decision 9).
 */
@Component
class ShownKpis implements ShownTable {

	@Override
	public Mirrored mirrored() {
		return Mirrored.KPI;
	}

	@Override
	public Table table() {
		return Table.KPIS;
	}

	@Override
	public Field mergeOn() {
		return KpiField.NAME;
	}

	@Override
	public String sql() {
		return "SELECT t.*, t.id::text AS key FROM kpi t";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		var period = rs.getString("period");
		cells.text(KpiField.METRIC, rs.getString("metric"))
			.number(KpiField.VALUE, rs.getBigDecimal("value"))
			.text(KpiField.CAMPAIGN, rs.getString("campaign"))
			.text(KpiField.MARKET, rs.getString("market"))
			.text(KpiField.NUMBER, rs.getString("number"))
			.text(KpiField.TEMPLATE, rs.getString("template"))
			.text(KpiField.PERIOD, period.charAt(0) + period.substring(1).toLowerCase(Locale.ROOT))
			.day(KpiField.DATE_START, rs.getObject("date_start", LocalDate.class))
			.day(KpiField.DATE_END, rs.getObject("date_end", LocalDate.class))
			.time(KpiField.TIMESTAMP, Sql.instant(rs, "computed_at"));
	}

}

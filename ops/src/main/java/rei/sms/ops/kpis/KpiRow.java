package rei.sms.ops.kpis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The figures of one window. */
public record KpiRow(LocalDate start, LocalDate end, Map<String, BigDecimal> values) {

	/** Every metric, in the order in which it is shown. */
	static final List<String> METRICS = List.of("TOTAL_SENT", "DELIVERED", "FAILED", "RESPONSES", "OPTOUTS", "LEADS",
			"SEGMENTS", "COST", "DELIVERY_RATE", "REPLY_RATE", "OPTOUT_RATE", "MEDIAN_RESPONSE_MINUTES");

	/** One of them, or null where nothing was counted. */
	public @Nullable BigDecimal value(String metric) {
		return this.values.get(metric);
	}

}

package rei.sms.jobs.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import rei.sms.db.kpi.Kpis;

/**
 * Decides from what a day came to whether somebody should be told.
 *
 * @param from texts below which nothing is said
 * @param optOut opt-outs in percent from which it is
 * @param delivery deliveries in percent below which it is
 */
record AlertRule(int from, BigDecimal optOut, BigDecimal delivery) {

	static final String OPT_OUT = "opt-out-rate";

	static final String DELIVERY = "delivery-rate";

	/** Whether a day says anything. */
	boolean isTelling(Kpis.Day day) {
		return day.sent() >= this.from;
	}

	/** What is wrong with a day. */
	List<Alert> look(Kpis.Day day) {
		return isTelling(day) ? Stream.of(optOuts(day), deliveries(day)).flatMap(Optional::stream).toList() : List.of();
	}

	private Optional<Alert> optOuts(Kpis.Day day) {
		var rate = percent(day.optOuts(), day.sent());
		return (rate.compareTo(this.optOut) < 0) ? Optional.empty()
				: Optional.of(new Alert(OPT_OUT, day.campaign(),
						"%s: %d of %d texts of %s were answered by an opt-out (%s %%)".formatted(name(day),
								day.optOuts(), day.sent(), day.day(), rate),
						"Look at the campaign's texts and list; pause it if they are at fault."));
	}

	/** Texts on their way say nothing yet. */
	private Optional<Alert> deliveries(Kpis.Day day) {
		int settled = day.delivered() + day.failed();
		var rate = percent(day.delivered(), settled);
		return (settled < this.from || rate.compareTo(this.delivery) >= 0) ? Optional.empty()
				: Optional.of(new Alert(DELIVERY, day.campaign(),
						"%s: only %d of %d texts of %s were delivered (%s %%)".formatted(name(day), day.delivered(),
								settled, day.day(), rate),
						"Look at the numbers' health and at the error codes on the texts."));
	}

	private static String name(Kpis.Day day) {
		return day.campaign().equals(Kpis.ALL) ? "All campaigns" : day.campaign();
	}

	private static BigDecimal percent(int part, int all) {
		return (all == 0) ? BigDecimal.ZERO
				: BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
	}

}

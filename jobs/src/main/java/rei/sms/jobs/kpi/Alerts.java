package rei.sms.jobs.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import rei.sms.db.kpi.Kpis;
import rei.sms.db.kpi.Window;
import rei.sms.db.operations.Problems;

/**
 * Reports campaigns whose day goes wrong, and takes the report back when it goes well
 * again.
 */
@Component
class Alerts {

	private final Kpis kpis;

	private final Problems problems;

	private final KpiProperties properties;

	private final Clock clock;

	Alerts(Kpis kpis, Problems problems, KpiProperties properties, Clock clock) {
		this.kpis = kpis;
		this.problems = problems;
		this.properties = properties;
		this.clock = clock;
	}

	void look(Window window) {
		if (KpiRollupJob.isDay(window)) {
			look(window, "OPTOUT_RATE", "opt-out-rate", (rate) -> rate.compareTo(this.properties.optOutAlert()) >= 0,
					"look at the campaign's texts and list; pause it if they are at fault");
			look(window, "DELIVERY_RATE", "delivery-rate",
					(rate) -> rate.compareTo(this.properties.deliveryAlert()) < 0,
					"look at the numbers' health and the error codes on the campaign's texts");
		}
	}

	private void look(Window window, String metric, String code, Predicate<BigDecimal> isWrong, String fix) {
		for (var value : this.kpis.values(metric, window, this.properties.alertFrom())) {
			var subject = value.campaign() + " " + window.start();
			if (isWrong.test(value.value())) {
				this.problems.report(code, subject, "%s of %s on %s is %s %%".formatted(metric, value.campaign(),
						window.start(), value.value().stripTrailingZeros().toPlainString()), fix, this.clock.instant());
			}
			else {
				this.problems.clear(code, subject);
			}
		}
	}

}

package rei.sms.jobs.kpi;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import rei.sms.db.kpi.Kpis;
import rei.sms.db.operations.Notes;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;

/**
 * Reports campaigns whose day goes wrong and takes the report back when it goes well
 * again; posts each alert, and not again while it rests.
 */
@Component
class Alerts {

	private final Kpis kpis;

	private final Problems problems;

	private final Notes notes;

	private final AlertWebhook webhook;

	private final KpiProperties properties;

	private final Clock clock;

	Alerts(Kpis kpis, Problems problems, Notes notes, AlertWebhook webhook, KpiProperties properties, Clock clock) {
		this.kpis = kpis;
		this.problems = problems;
		this.notes = notes;
		this.webhook = webhook;
		this.properties = properties;
		this.clock = clock;
	}

	/** Looks at the latest day of each campaign that says anything. */
	void look() {
		var now = this.clock.instant();
		var rule = new AlertRule(this.properties.alertFrom(), this.properties.optOutAlert(),
				this.properties.deliveryAlert());
		var alerts = latest(rule, LocalDate.ofInstant(now, this.properties.zone())).values()
			.stream()
			.flatMap((day) -> rule.look(day).stream())
			.toList();
		alerts.forEach((alert) -> this.problems.report(alert.code(), alert.campaign(), alert.what(), alert.fix(), now));
		this.problems.all()
			.stream()
			.filter((problem) -> isMended(problem, alerts))
			.forEach((problem) -> this.problems.clear(problem.code(), problem.subject()));
		alerts.stream().filter((alert) -> !rests(alert, now)).forEach((alert) -> post(alert, now));
	}

	/** Early in a day its yesterday says more. */
	private Map<String, Kpis.Day> latest(AlertRule rule, LocalDate today) {
		var latest = new LinkedHashMap<String, Kpis.Day>();
		Stream.of(today.minusDays(1), today)
			.flatMap((day) -> this.kpis.day(day).stream())
			.filter(rule::isTelling)
			.forEach((day) -> latest.put(day.campaign(), day));
		return latest;
	}

	private static boolean isMended(Problem problem, List<Alert> alerts) {
		return (problem.code().equals(AlertRule.OPT_OUT) || problem.code().equals(AlertRule.DELIVERY)) && alerts
			.stream()
			.noneMatch((alert) -> alert.code().equals(problem.code()) && alert.campaign().equals(problem.subject()));
	}

	private boolean rests(Alert alert, Instant now) {
		return this.notes.find(key(alert))
			.map(Instant::parse)
			.filter((posted) -> posted.plus(this.properties.alertRest()).isAfter(now))
			.isPresent();
	}

	private void post(Alert alert, Instant now) {
		if (this.webhook.post(alert)) {
			this.notes.put(key(alert), now.toString(), now);
		}
	}

	private static String key(Alert alert) {
		return "alert " + alert.code() + " " + alert.campaign();
	}

}

package rei.sms.jobs.kpi;

import java.time.Clock;
import java.util.Map;

import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Problems;
import rei.sms.jobs.http.Departure;
import rei.sms.jobs.http.JsonHttp;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Timeouts;
import rei.sms.jobs.http.Unavailable;

/** Posts alerts where the team reads them; its {@code text} is what chats show. */
@Component
class AlertWebhook {

	private static final Logger log = LoggerFactory.getLogger(AlertWebhook.class);

	private static final String PROBLEM = "alert-webhook";

	private final JsonHttp http = new JsonHttp(Timeouts.USUAL);

	private final KpiProperties properties;

	private final Problems problems;

	private final Clock clock;

	AlertWebhook(KpiProperties properties, Problems problems, Clock clock) {
		this.properties = properties;
		this.problems = problems;
		this.clock = clock;
	}

	/** Posts an alert; answers whether it arrived. */
	boolean post(Alert alert) {
		return this.properties.alertWebhook().map((url) -> post(url, alert)).orElse(false);
	}

	private boolean post(String url, Alert alert) {
		var body = Map.of("text", alert.what() + ". " + alert.fix(), "code", alert.code(), "campaign",
				alert.campaign());
		try {
			this.http.deliver(new Request.Builder().url(url).post(this.http.body(body)).build(), Departure.AT_ONCE);
			this.problems.clear(PROBLEM);
			return true;
		}
		catch (Unavailable | Rejected ex) {
			log.warn("an alert could not be posted: {}", ex.getMessage());
			this.problems.report(PROBLEM, "", "Alerts do not reach ALERT_WEBHOOK_URL: " + ex.getMessage(),
					"Check the address and what answers there.", this.clock.instant());
			return false;
		}
	}

}

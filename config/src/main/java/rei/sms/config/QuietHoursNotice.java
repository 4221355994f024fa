package rei.sms.config;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Problems;
import rei.sms.jobs.SendingProperties;

/** Warns while the operator's own quiet hours are switched off. */
@Component
@ConditionalOnBooleanProperty("engine.lasting")
class QuietHoursNotice {

	private static final Logger log = LoggerFactory.getLogger(QuietHoursNotice.class);

	private static final String CODE = "quiet-hours-off";

	private static final String WHAT = "QUIET_HOURS_ENFORCED is false: only the states' own hours hold";

	private final SendingProperties sending;

	private final Problems problems;

	private final Clock clock;

	QuietHoursNotice(SendingProperties sending, Problems problems, Clock clock) {
		this.sending = sending;
		this.problems = problems;
		this.clock = clock;
	}

	@EventListener
	void ready(ApplicationReadyEvent event) {
		if (this.sending.quietHoursEnforced()) {
			this.problems.clear(CODE);
			return;
		}
		log.warn(WHAT);
		this.problems.report(CODE, "", WHAT, "Unset QUIET_HOURS_ENFORCED unless your lawyer agrees",
				this.clock.instant());
	}

}

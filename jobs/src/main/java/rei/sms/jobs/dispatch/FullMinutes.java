package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.SendRates;
import rei.sms.db.outbox.DueText;
import rei.sms.db.outbox.FullMinute;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.Decision.Refused;
import rei.sms.jobs.rules.Decision.Rule;
import rei.sms.jobs.rules.StateHours;

/**
 * The minutes that one claim found full. Whoever waits for one of them waits in a row
 * with all others: a backlog is put in order once, not looked at again and again.
 */
class FullMinutes {

	private final SendingProperties sending;

	private final Map<String, FullMinute> minutes = new LinkedHashMap<>();

	FullMinutes(SendingProperties sending) {
		this.sending = sending;
	}

	/** Whether the text waits for a full minute; then it is taken care of. */
	boolean take(DueText text, Refused refused) {
		var number = text.ourNumber();
		var next = refused.next();
		if (number == null || next.isEmpty() || endsBefore(text, next.get())) {
			return false;
		}
		return switch (refused.rule()) {
			case NUMBER_RATE -> add(number.e164(), number, refused, this.sending.ratePerNumberPerMin());
			case GLOBAL_RATE -> add(SendRates.ALL, null, refused, this.sending.globalRatePerMin());
			case KILL_SWITCH, SUPPRESSION, CONSENT, QUIET_HOURS, FREQUENCY, CAMPAIGN, NUMBER, DAILY_LIMIT -> false;
		};
	}

	private static boolean endsBefore(DueText text, Instant next) {
		return text.expiresAt() != null && !next.isBefore(text.expiresAt());
	}

	private boolean add(String scope, @Nullable PhoneNumber ours, Refused refused, int perMinute) {
		this.minutes.computeIfAbsent(scope,
				(key) -> new FullMinute(ours, refused.next().orElseThrow(),
						Duration.ofNanos(Budget.MINUTE.toNanos() / perMinute), refused.rule().name(), refused.reason(),
						StateHours.standard().version()));
		return true;
	}

	/** Each full minute once, those of numbers before that of all. */
	List<FullMinute> all() {
		return this.minutes.values().stream().sorted(Comparator.comparing((minute) -> minute.ours() == null)).toList();
	}

}

package rei.sms.jobs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import rei.sms.db.number.SendingNumber;
import rei.sms.jobs.rules.QuietWindow;
import rei.sms.jobs.rules.WarmUp;

/**
 * How fast, how much and when texts go out, and in whose name.
 *
 * @param ratePerNumberPerMin segments a minute from one of our numbers
 * @param globalRatePerMin segments a minute from all of them
 * @param dailyLimit texts from one number on a local day of its market, where the number
 * has no limit of its own
 * @param jitterSeconds seconds at most by which a text is delayed at random
 * @param sendBatchLimit recipients that one campaign run plans and sends
 * @param retryLimit texts that one retry run takes
 * @param maxRetries attempts of one text
 * @param sendConcurrency texts in flight at the provider
 * @param quietHoursEnforced whether the operator's own quiet hours hold; the states' hold
 * anyway
 * @param quietStartHourLocal the recipient's hour at which the quiet begins
 * @param quietEndHourLocal the recipient's hour at which it ends
 * @param agentName who signs, as {@code {Agent}}
 * @param companyName the company that signs, as {@code {Company}}
 * @param optOutSentence what a first text gets appended that does not say how to opt out
 * @param segmentCost what one segment costs, in dollars
 * @param warmUp whether a new number sends more from day to day
 */
@ConfigurationProperties("sending")
public record SendingProperties(@DefaultValue("20") int ratePerNumberPerMin, @DefaultValue("5000") int globalRatePerMin,
		@DefaultValue("750") int dailyLimit, @DefaultValue("2") int jitterSeconds,
		@DefaultValue("500") int sendBatchLimit, @DefaultValue("100") int retryLimit, @DefaultValue("3") int maxRetries,
		@DefaultValue("32") int sendConcurrency, @DefaultValue("true") boolean quietHoursEnforced,
		@DefaultValue("21") int quietStartHourLocal, @DefaultValue("9") int quietEndHourLocal,
		@Nullable String agentName, @Nullable String companyName,
		@DefaultValue("Reply STOP to opt out.") String optOutSentence, @DefaultValue("0.0075") BigDecimal segmentCost,
		@DefaultValue("false") boolean warmUp) {

	private static final int HOURS = 24;

	/** The operator's own quiet hours; 24 is midnight, as 0 is. */
	public QuietWindow quietWindow() {
		return new QuietWindow(this.quietStartHourLocal % HOURS, this.quietEndHourLocal % HOURS,
				this.quietHoursEnforced);
	}

	/**
	 * How many texts a number may send on a local day.
	 * @param firstDay the local day on which it began or begins to send
	 */
	public int limitOf(SendingNumber number, LocalDate firstDay, LocalDate day) {
		int full = (number.dailyLimit() != null) ? number.dailyLimit() : this.dailyLimit;
		return this.warmUp ? WarmUp.limit((int) ChronoUnit.DAYS.between(firstDay, day) + 1, full) : full;
	}

	/** The longest random delay of a text. */
	public Duration jitter() {
		return Duration.ofSeconds(this.jitterSeconds);
	}

	/** Who signs, if that is set. */
	public Optional<String> agent() {
		return Optional.ofNullable(this.agentName).map(String::strip).filter((name) -> !name.isEmpty());
	}

	/** The company that signs, if that is set. */
	public Optional<String> company() {
		return Optional.ofNullable(this.companyName).map(String::strip).filter((name) -> !name.isEmpty());
	}

}

package rei.sms.jobs.mirror;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When old Conversations leave Airtable; Postgres keeps them.
 *
 * @param keep how long a finished Conversation stays at least; zero keeps all for ever
 * @param recordLimit records that the plan lets a base have
 * @param warnFrom the share of them from which it is warned
 * @param retireFrom the share of them down to which old Conversations leave
 */
@ConfigurationProperties("retirement")
record RetirementProperties(@DefaultValue("0") Duration keep, @DefaultValue("50000") long recordLimit,
		@DefaultValue("0.8") double warnFrom, @DefaultValue("0.7") double retireFrom) {

	boolean isOn() {
		return this.keep.isPositive();
	}

	/** How many records are too many. */
	long surplus(long records) {
		return isOn() ? Math.max(0, records - (long) (this.recordLimit * this.retireFrom)) : 0;
	}

	boolean isNearlyFull(long records) {
		return records >= this.recordLimit * this.warnFrom;
	}

}

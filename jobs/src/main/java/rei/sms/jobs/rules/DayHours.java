package rei.sms.jobs.rules;

import java.util.List;
import java.util.stream.Collectors;

import rei.sms.jobs.rules.TextingTime.Rule;

/**
 * What one rule allows on one local day.
 *
 * @param hours the hours in their order, none when the whole day is shut
 * @param rule the rule that speaks
 * @param where whose rule it is
 */
record DayHours(List<HourRange> hours, Rule rule, String where) {

	@Override
	public String toString() {
		return this.hours.isEmpty() ? this.where
				: this.hours.stream().map(HourRange::toString).collect(Collectors.joining(", ", this.where + " ", ""));
	}

}

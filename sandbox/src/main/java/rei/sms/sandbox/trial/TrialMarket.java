package rei.sms.sandbox.trial;

import java.util.List;

/**
 * A market of the trial data, with the area codes and zip codes that belong to it.
 *
 * @param option as Airtable's select spells it
 */
record TrialMarket(String option, String city, String state, List<String> areaCodes, List<String> zips) {

	static final List<TrialMarket> ALL = List.of(
			new TrialMarket("Houston, TX", "Houston", "TX", List.of("713", "281", "832", "346"),
					List.of("77004", "77021", "77033", "77051", "77088")),
			new TrialMarket("Charlotte, NC", "Charlotte", "NC", List.of("704", "980"),
					List.of("28205", "28208", "28212", "28215", "28216")));

}

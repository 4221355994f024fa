package rei.sms.sandbox.trial;

import java.util.List;

/**
 * A market of the trial data, with the area codes and zip codes that belong to it.
 */
enum TrialMarket {

	HOUSTON("Houston, TX", "Houston", "TX", List.of("713", "281", "832", "346"),
			List.of("77004", "77021", "77033", "77051", "77088")),

	CHARLOTTE("Charlotte, NC", "Charlotte", "NC", List.of("704", "980"),
			List.of("28205", "28208", "28212", "28215", "28216"));

	private final String option;

	private final String city;

	private final String state;

	private final List<String> areaCodes;

	private final List<String> zips;

	TrialMarket(String option, String city, String state, List<String> areaCodes, List<String> zips) {
		this.option = option;
		this.city = city;
		this.state = state;
		this.areaCodes = areaCodes;
		this.zips = zips;
	}

	/** As Airtable's select spells it. */
	String option() {
		return this.option;
	}

	String city() {
		return this.city;
	}

	String state() {
		return this.state;
	}

	List<String> areaCodes() {
		return this.areaCodes;
	}

	List<String> zips() {
		return this.zips;
	}

}

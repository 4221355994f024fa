package rei.sms.sandbox.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import rei.sms.sandbox.airtable.AirtableStandIn;

/**
 * Fills the tables for a trial run: two running campaigns, twelve numbers, four hundred
 * owners, a library of templates.
 */
public final class TrialData {

	private static final int NUMBERS_PER_MARKET = 6;

	private static final int PROSPECTS_PER_MARKET = 200;

	private final AirtableStandIn airtable;

	private final TrialBases bases;

	private final TrialPhones phones;

	private final TrialPeople people;

	private TrialData(AirtableStandIn airtable, TrialBases bases, long seed) {
		var random = new Random(seed);
		this.airtable = airtable;
		this.bases = bases;
		this.phones = new TrialPhones(random);
		this.people = new TrialPeople(random, this.phones);
	}

	/**
	 * Writes everything as an operator would have typed it.
	 * @param now the campaigns opened the day before and close in a month
	 * @return our numbers, E.164
	 */
	public static List<String> fill(AirtableStandIn airtable, TrialBases bases, Instant now, long seed) {
		return new TrialData(airtable, bases, seed).fill(now);
	}

	private List<String> fill(Instant now) {
		List<String> intros = templates();
		var numbers = new ArrayList<String>();
		for (TrialMarket market : TrialMarket.ALL) {
			numbers.addAll(numbers(market));
			campaign(market, intros, prospects(market), now);
		}
		return List.copyOf(numbers);
	}

	/** Answers the record ids of the first touches. */
	private List<String> templates() {
		var intros = new ArrayList<String>();
		for (String line : Lines.of("templates.psv")) {
			String[] parts = line.split("\\|", 5);
			String id = this.airtable.add(this.bases.leads(), "Templates",
					Map.of("Stage", SeedSchema.stage(Integer.parseInt(parts[0])), "Category", parts[1], "Internal ID",
							parts[2], "Name", parts[3], "Message", parts[4], "Total Sent", 0, "Total Replies", 0));
			if (parts[2].startsWith("S1-INTRO")) {
				intros.add(id);
			}
		}
		return intros;
	}

	private List<String> numbers(TrialMarket market) {
		List<String> numbers = this.phones.next(market, NUMBERS_PER_MARKET);
		numbers.forEach((number) -> this.airtable.add(this.bases.control(), "Numbers", Map.of("TextGrid Phone Number",
				number, "Market", market.option(), "Status", "Active", "Daily Limit", 750)));
		return numbers;
	}

	private List<String> prospects(TrialMarket market) {
		var ids = new ArrayList<String>();
		for (int i = 0; i < PROSPECTS_PER_MARKET; i++) {
			ids.add(this.airtable.add(this.bases.leads(), "Prospects", this.people.next(market, i)));
		}
		return ids;
	}

	private void campaign(TrialMarket market, List<String> templates, List<String> prospects, Instant now) {
		var cells = new LinkedHashMap<String, Object>();
		cells.put("Name", market.city() + " owners");
		cells.put("Campaign Name", market.city() + " owners");
		cells.put("Status", "Running");
		cells.put("Market", market.option());
		cells.put("View/Segment", market.city() + " owners");
		cells.put("Templates", templates);
		cells.put("Prospects", prospects);
		cells.put("Start Time", now.minus(Duration.ofDays(1)).toString());
		cells.put("End Time", now.plus(Duration.ofDays(30)).toString());
		this.airtable.add(this.bases.leads(), "Campaigns", cells);
	}

}

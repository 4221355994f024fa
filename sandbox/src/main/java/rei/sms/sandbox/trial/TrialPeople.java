package rei.sms.sandbox.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Owners and their houses as a bought list spells them: companies, initials, surnames
 * first, shared phones.
 */
final class TrialPeople {

	private static final List<String> NAMES = Lines.of("people.psv");

	private static final List<String> STREETS = Lines.of("streets.psv");

	private final Random random;

	private final TrialPhones phones;

	private String lastPhone = "";

	TrialPeople(Random random, TrialPhones phones) {
		this.random = random;
		this.phones = phones;
	}

	/** The cells of the market's prospect of that number, from 0. */
	Map<String, Object> next(TrialMarket market, int number) {
		var cells = new LinkedHashMap<String, Object>();
		name(number, cells);
		// Every fortieth owner has a second house, under the same phone.
		String phone = (number % 40 == 39) ? this.lastPhone : this.phones.next(market);
		this.lastPhone = phone;
		cells.put("Phone 1", (number % 15 == 7) ? TrialPhones.typed(phone) : phone);
		if (number % 10 == 3) {
			cells.put("Phone 2", this.phones.next(market));
		}
		cells.put("Property Address", (100 + this.random.nextInt(9800)) + " " + pick(STREETS));
		cells.put("Property City", market.city());
		cells.put("Property State", market.state());
		cells.put("Property Zip", pick(market.zips()));
		cells.put("Market", market.option());
		cells.put("Status", "Unmessaged");
		cells.put("Source List", (number % 3 == 0) ? "Tax delinquent" : "Absentee owners");
		return cells;
	}

	private void name(int number, Map<String, Object> cells) {
		String[] name = pick(NAMES).split("\\|");
		switch (number % 20) {
			case 4 -> name(cells, name[1] + " Family Properties LLC", "", name[1] + " Family Properties LLC");
			case 9 -> name(cells, name[0].charAt(0) + " " + name[1], String.valueOf(name[0].charAt(0)), name[1]);
			case 12 -> {
				String reversed = (name[1] + ", " + name[0]).toUpperCase(Locale.ROOT);
				name(cells, reversed, reversed, "");
			}
			case 17 -> name(cells, "Estate of " + name[0] + " " + name[1], "Estate of " + name[0], name[1]);
			default -> name(cells, name[0] + " " + name[1], name[0], name[1]);
		}
	}

	private static void name(Map<String, Object> cells, String name, String first, String last) {
		cells.put("Name", name);
		cells.put("Owner First Name", first);
		cells.put("Owner Last Name", last);
	}

	private String pick(List<String> from) {
		return from.get(this.random.nextInt(from.size()));
	}

}

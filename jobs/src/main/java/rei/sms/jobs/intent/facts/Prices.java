package rei.sms.jobs.intent.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import rei.sms.db.wording.Wording;

/**
 * Finds the price that a seller asks, as people type it: "350", "1.2m", "300-320k", "250
 * mil".
 */
final class Prices {

	private static final long LEAST = 25_000;

	private static final long MOST = 10_000_000;

	private static final String UNIT = "(?:k|m|mm|mil|mill|million|millions|millon|millones|thousand|grand|g)(?![a-z0-9])";

	private static final String NUMBER = "(\\$ ?)?(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:\\.\\d{3}){1,2}(?!\\d)|\\d+(?:\\.\\d+)?) ?("
			+ UNIT + ")?";

	private static final Pattern FIGURE = Pattern.compile(
			"(?<![\\w.,#/:-])" + NUMBER + "(?: ?(?:-|–|to|a|or|o|and|y) ?" + NUMBER + ")?(?![\\w%:]|,\\d|\\.\\d|/\\d)");

	private static final Pattern PHONE = Pattern.compile("\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4}\\b");

	private static final Pattern SAYS_PRICE = Pattern
		.compile("\\b(?:want|wants|need|asking|ask|price|least|minimum|min|firm|obo|cash|offer|sell|take"
				+ "|accept|less than|more than|under|over|around|about|close to|net|quiero|pido|minimo|menos de|mas de"
				+ "|vendo|precio|acepto|por lo menos|unos|deal|give me|make it|do|zillow|redfin|worth|counter|lowest)\\b");

	private static final Pattern GROUPED_BY_DOTS = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+");

	private static final Pattern MILLIONS = Pattern.compile("m|mm|mill.*");

	/** Words after a number that make it something else than a price. */
	private static final Pattern COUNTED = Pattern
		.compile("^ ?(?:-? ?(?:days?|dias?|weeks?|wks?|semanas?|months?|mos?\\b"
				+ "|mes(?:es)?|years?|yrs?|anos?|hours?|hrs?|horas?|mins?\\b|minutes|am\\b|pm\\b|a\\.m|p\\.m|beds?|br\\b|bd\\b"
				+ "|bedrooms?|baths?|ba\\b|sq|acres?|units?|doors?|people|kids|tenants?|times?|veces|percent|por ciento"
				+ "|st\\b|nd\\b|rd\\b|th\\b|street|ave|avenue|road|rd|dr\\b|drive|lane|ln\\b|blvd|court|ct\\b|way|main"
				+ "|n\\b|s\\b|e\\b|w\\b|north|south|east|west|miles|mile|inches|feet|ft|%|a month|/mo|per month|al mes"
				+ "|down|earnest|de enganche|cuartos|recamaras|banos))");

	/** Words before a number that make it something else than a price. */
	private static final Pattern NOT_ASKED = Pattern
		.compile("\\b(?:owe|owed|debo|behind|taxes|rent|renta|mortgage|hipoteca"
				+ "|call|llame|text|since|desde|in|en|unit|apt|room|#|bought it for|paid|pague|repairs?|quoted|earnest|deposit"
				+ "|deposito|built|year|age|turn(?:ing)?|until|till|before|after|at|by|zip|built in|for) (?:me )?(?:about |like |only |is |are |was |on )?$");

	private static final Map<String, Long> WORDS = Map.ofEntries(Map.entry("quarter million", 250_000L),
			Map.entry("quarter of a million", 250_000L), Map.entry("half a million", 500_000L),
			Map.entry("half million", 500_000L), Map.entry("half a mil", 500_000L), Map.entry("half a mill", 500_000L),
			Map.entry("medio millon", 500_000L), Map.entry("three quarters of a million", 750_000L),
			Map.entry("a million", 1_000_000L), Map.entry("one million", 1_000_000L),
			Map.entry("1 million", 1_000_000L), Map.entry("un millon", 1_000_000L),
			Map.entry("two million", 2_000_000L), Map.entry("dos millones", 2_000_000L),
			Map.entry("million and a half", 1_500_000L));

	private Prices() {
	}

	/**
	 * The first price, or the range; "350" is read as thousands.
	 * @param priceAsked whether a bare figure of three digits is enough
	 */
	static Optional<AskingPrice> in(Wording wording, boolean priceAsked) {
		String text = PHONE.matcher(wording.folded()).replaceAll(" ");
		var found = new ArrayList<AskingPrice>();
		Matcher figure = FIGURE.matcher(text);
		while (figure.find()) {
			boolean counted = COUNTED.matcher(text.substring(figure.end())).find();
			boolean asked = !NOT_ASKED.matcher(text.substring(0, figure.start())).find() || hasMark(figure);
			if (!counted && asked) {
				read(figure, priceAsked || saysPrice(text)).ifPresent(found::add);
			}
		}
		return found.isEmpty() ? spelled(text, priceAsked) : Optional.of(asked(found));
	}

	/** Sellers name what they owe or were offered before what they want. */
	private static AskingPrice asked(List<AskingPrice> found) {
		return found.getLast();
	}

	private static boolean hasMark(Matcher figure) {
		return figure.group(1) != null || figure.group(3) != null;
	}

	private static boolean saysPrice(String text) {
		return SAYS_PRICE.matcher(text).find();
	}

	private static Optional<AskingPrice> read(Matcher figure, boolean bareIsEnough) {
		@Nullable String lastUnit = figure.group(6);
		@Nullable String unit = (figure.group(3) != null) ? figure.group(3) : lastUnit;
		boolean dollars = figure.group(1) != null || figure.group(4) != null;
		long low = dollars(figure.group(2), unit, dollars, bareIsEnough);
		long high = (figure.group(5) == null) ? 0 : dollars(figure.group(5), lastUnit, dollars, bareIsEnough);
		if (!isPrice(low)) {
			return isPrice(high) ? Optional.of(AskingPrice.of(high, high)) : Optional.empty();
		}
		return Optional.of(AskingPrice.of(low, isPrice(high) ? high : low));
	}

	private static boolean isPrice(long dollars) {
		return dollars >= LEAST && dollars <= MOST;
	}

	private static double plain(String digits) {
		return Double.parseDouble(isGrouped(digits) ? digits.replaceAll("[.,]", "") : digits);
	}

	private static boolean isGrouped(String digits) {
		return digits.indexOf(',') >= 0 || GROUPED_BY_DOTS.matcher(digits).matches();
	}

	private static long dollars(String digits, @Nullable String unit, boolean marked, boolean bareIsEnough) {
		double number = plain(digits);
		if (unit != null) {
			return Math.round(number * (isMillions(number, unit) ? 1e6 : 1e3));
		}
		if (isGrouped(digits) || number >= LEAST) {
			return Math.round(number);
		}
		return (marked || bareIsEnough) ? inHouses(number, digits) : 0;
	}

	/** "1.2 mil" is a million two; "250 mil" is Spanish for thousands. */
	private static boolean isMillions(double number, String unit) {
		return MILLIONS.matcher(unit).matches() || (unit.equals("mil") && number < 10);
	}

	/** What a house costs decides: 350 are thousands, 1.5 are millions. */
	private static long inHouses(double number, String digits) {
		if (digits.indexOf('.') > 0 && number < 10) {
			return Math.round(number * 1e6);
		}
		return (number >= 100 && number < 1000) ? Math.round(number * 1e3) : 0;
	}

	private static Optional<AskingPrice> spelled(String text, boolean priceAsked) {
		if (!priceAsked && !saysPrice(text)) {
			return Optional.empty();
		}
		return WORDS.entrySet()
			.stream()
			.filter((word) -> text.contains(word.getKey()))
			.max(Comparator.comparingInt((Map.Entry<String, Long> word) -> word.getKey().length()))
			.map((word) -> new AskingPrice(word.getValue(), word.getValue()))
			.or(() -> SpelledNumbers.in(text).filter(Prices::isPrice).map((price) -> new AskingPrice(price, price)));
	}

}

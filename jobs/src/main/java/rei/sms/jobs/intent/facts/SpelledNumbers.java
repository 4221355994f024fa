package rei.sms.jobs.intent.facts;

import java.util.Map;
import java.util.Optional;

/**
 * Reads prices that are written out: "three hundred thousand", "two fifty", "doscientos
 * mil".
 */
final class SpelledNumbers {

	private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("one", 1), Map.entry("two", 2),
			Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
			Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
			Map.entry("fifteen", 15), Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40),
			Map.entry("fifty", 50), Map.entry("sixty", 60), Map.entry("seventy", 70), Map.entry("eighty", 80),
			Map.entry("ninety", 90), Map.entry("twentyfive", 25), Map.entry("seventyfive", 75), Map.entry("cien", 100),
			Map.entry("ciento", 100), Map.entry("doscientos", 200), Map.entry("trescientos", 300),
			Map.entry("cuatrocientos", 400), Map.entry("quinientos", 500), Map.entry("seiscientos", 600),
			Map.entry("setecientos", 700), Map.entry("ochocientos", 800), Map.entry("novecientos", 900),
			Map.entry("veinte", 20), Map.entry("treinta", 30), Map.entry("cuarenta", 40), Map.entry("cincuenta", 50),
			Map.entry("sesenta", 60), Map.entry("setenta", 70), Map.entry("ochenta", 80), Map.entry("noventa", 90));

	private SpelledNumbers() {
	}

	/** The first run of number words that is worth a house, in dollars. */
	static Optional<Long> in(String text) {
		Run run = new Run(0, 0, false);
		for (String word : text.replace('-', ' ').split("[^a-z]+")) {
			if (!run.takes(word)) {
				if (run.isPrice()) {
					return Optional.of(run.dollars());
				}
				run = new Run(0, 0, false);
			}
			run = run.with(word);
		}
		return run.isPrice() ? Optional.of(run.dollars()) : Optional.empty();
	}

	/**
	 * The number words read so far.
	 *
	 * @param sum what they add up to
	 * @param words how many they were
	 * @param thousands whether "thousand" closed them
	 */
	private record Run(long sum, int words, boolean thousands) {

		boolean takes(String word) {
			return NUMBERS.containsKey(word) || (this.words > 0
					&& (word.equals("hundred") || word.equals("y") || word.equals("and") || word.equals("thousand")
							|| word.equals("mil") || word.equals("k") || word.equals("grand")));
		}

		Run with(String word) {
			Integer number = NUMBERS.get(word);
			if (number != null) {
				long shifted = (this.sum > 0 && this.sum < 10 && number >= 10) ? this.sum * 100 : this.sum;
				return new Run(shifted + number, this.words + 1, this.thousands);
			}
			return switch (word) {
				case "hundred" -> new Run(this.sum * 100, this.words + 1, this.thousands);
				case "thousand", "mil", "k", "grand" -> new Run(this.sum, this.words + 1, this.words > 0);
				default -> this;
			};
		}

		/** "Two fifty" is enough; "two" is not. */
		boolean isPrice() {
			return this.words >= 2 && this.sum >= 25;
		}

		long dollars() {
			return this.sum * 1000;
		}

	}

}

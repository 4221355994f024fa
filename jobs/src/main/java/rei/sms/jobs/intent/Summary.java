package rei.sms.jobs.intent;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import rei.sms.db.conversation.Told;

/** Says in a line what a seller told and how that was read. */
final class Summary {

	private Summary() {
	}

	static String of(Told told, String reason, double confidence) {
		return Stream
			.of(price(told), (told.writeAgain() != null) ? "write again " + told.writeAgain() : "",
					list("why: ", told.reasons()), list("house: ", told.conditions()),
					"es".equals(told.language()) ? "writes Spanish" : "",
					String.format(Locale.ROOT, "%s (%.0f %% sure)", reason, 100 * confidence))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("; "));
	}

	private static String price(Told told) {
		var low = told.askingLow();
		var high = told.askingHigh();
		if (low == null || high == null) {
			return "";
		}
		return low.equals(high) ? "asks " + dollars(low) : "asks " + dollars(low) + " to " + dollars(high);
	}

	private static String dollars(long amount) {
		return String.format(Locale.ROOT, "$%,d", amount);
	}

	private static String list(String title, Collection<String> words) {
		return words.isEmpty() ? ""
				: title + words.stream().map((word) -> word.replace('_', ' ')).collect(Collectors.joining(", "));
	}

}

package rei.sms.jobs.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A rehearsal in the words of the interface, as programs and pages read it. */
public record RehearsalView(UUID campaignId, String name, String status, @Nullable String hold, int listed,
		int recipients, long segments, BigDecimal cost, Map<String, Integer> leftOut, Map<String, Integer> held,
		Map<String, Integer> missing, Map<String, Integer> perNumber, int busiestMinute, int busiestDay,
		@Nullable Instant firstAt, @Nullable Instant finishAt, List<Text> texts) {

	/** Puts a rehearsal into words. */
	public static RehearsalView of(Rehearsed rehearsed) {
		return new RehearsalView(rehearsed.campaignId(), rehearsed.name(), rehearsed.status().label(),
				rehearsed.hold().orElse(null), rehearsed.listed(), rehearsed.recipients(), rehearsed.segments(),
				rehearsed.cost(), rehearsed.leftOut(), rehearsed.held(), rehearsed.missing(), perNumber(rehearsed),
				rehearsed.busiestMinute(), rehearsed.busiestDay(), rehearsed.firstAt().orElse(null),
				rehearsed.finishAt().orElse(null), rehearsed.texts().stream().map(Text::of).toList());
	}

	private static Map<String, Integer> perNumber(Rehearsed rehearsed) {
		return rehearsed.perNumber()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((number) -> number.getKey().e164(), Map.Entry::getValue, Integer::sum,
					TreeMap::new));
	}

	/** One text as it would go. */
	public record Text(String to, String from, Instant at, String body, int segments) {

		private static Text of(Rehearsed.Text text) {
			return new Text(text.to().e164(), text.from().e164(), text.at(), text.body(), text.segments());
		}

	}

}

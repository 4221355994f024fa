package rei.sms.config.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import rei.sms.jobs.campaign.RehearsalView;

/** One campaign's rehearsal, line by line. */
final class RehearsalLines {

	private RehearsalLines() {
	}

	static List<String> of(RehearsalView campaign) {
		var lines = new ArrayList<String>();
		lines.add("  %s (%s): %d of %d would get a text, %d segments, cost %s".formatted(campaign.name(),
				campaign.status(), campaign.recipients(), campaign.listed(), campaign.segments(),
				campaign.cost().toPlainString()));
		if (campaign.hold() != null) {
			lines.add("    held: " + campaign.hold());
		}
		add(lines, "left out", campaign.leftOut());
		add(lines, "held", campaign.held());
		add(lines, "fields missing", campaign.missing());
		add(lines, "from", campaign.perNumber());
		if (campaign.firstAt() != null) {
			lines.add("    from %s to %s; at most %d segments a minute and %d a day".formatted(campaign.firstAt(),
					campaign.finishAt(), campaign.busiestMinute(), campaign.busiestDay()));
		}
		campaign.texts()
			.forEach((text) -> lines
				.add("    %s  %s from %s: %s".formatted(text.at(), text.to(), text.from(), text.body())));
		return lines;
	}

	private static void add(List<String> lines, String what, Map<String, Integer> counts) {
		if (!counts.isEmpty()) {
			lines.add("    " + what + ": "
					+ counts.entrySet()
						.stream()
						.map((count) -> count.getValue() + " " + count.getKey())
						.collect(Collectors.joining(", ")));
		}
	}

}

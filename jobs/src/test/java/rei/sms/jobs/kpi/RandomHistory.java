package rei.sms.jobs.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import rei.sms.db.Sql;
import rei.sms.db.kpi.Window.Period;
import rei.sms.jobs.TestRows;

/** Some weeks of texts and replies, and what they come to by plain counting. */
class RandomHistory {

	private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

	/** A month's end and a Sunday lie within. */
	private static final Instant BEGIN = Instant.parse("2026-11-20T05:30:00Z");

	private static final List<String> NAMES = List.of("North", "South");

	private final Map<String, Integer> counted = new HashMap<>();

	private final TestRows rows;

	private final Random random;

	private final List<UUID> campaigns = new ArrayList<>();

	private final List<UUID> templates = new ArrayList<>();

	RandomHistory(TestRows rows, long seed) {
		this.rows = rows;
		this.random = new Random(seed);
		for (int index = 0; index < 2; index++) {
			this.campaigns.add(rows.insert("campaign",
					Map.of("name", NAMES.get(index), "status", "RUNNING", "market", market(index))));
			rows.insert("number", Map.of("phone", number(index), "market", market(index)));
			var template = rows.insert("template", Map.of("airtable_id", "rec" + index));
			this.templates.add(rows.insert("template_version",
					Map.of("template_id", template, "number", 1, "name", "T" + index, "message", "Hi")));
		}
		for (int seller = 0; seller < 40; seller++) {
			talk("+1713234%04d".formatted(seller));
		}
	}

	/** Every count that is not nought, by what it counts. */
	Map<String, Integer> counted() {
		return this.counted;
	}

	private void talk(String seller) {
		int campaign = this.random.nextInt(2);
		int number = this.random.nextInt(2);
		int template = this.random.nextInt(2);
		var prospect = this.rows.insert("prospect", Map.of("phone1", seller));
		var at = BEGIN.plus(Duration.ofMinutes(this.random.nextInt(19 * 24 * 60)));
		var names = List.of(NAMES.get(campaign), market(number), number(number), "T" + template);
		boolean delivered = this.random.nextBoolean();
		int segments = 1 + this.random.nextInt(3);
		var common = Map.of("seller_phone", seller, "our_number", number(number), "prospect_id", prospect,
				"campaign_id", this.campaigns.get(campaign));
		insert(common,
				Map.of("direction", "OUTBOUND", "body", "Hi", "status", delivered ? "DELIVERED" : "SENT", "segments",
						segments, "template_version_id", this.templates.get(template), "sent_at", Sql.at(at),
						"created_at", Sql.at(at)));
		count("TOTAL_SENT", names, at, 1);
		count("SEGMENTS", names, at, segments);
		count("DELIVERED", names, at, delivered ? 1 : 0);
		if (this.random.nextInt(3) > 0) {
			var answered = at.plus(Duration.ofMinutes(this.random.nextInt(600)));
			boolean stop = this.random.nextBoolean();
			insert(common, Map.of("direction", "INBOUND", "body", "x", "request", stop ? "STOP" : "NONE", "created_at",
					Sql.at(answered)));
			count("RESPONSES", names, answered, 1);
			count("OPTOUTS", names, answered, stop ? 1 : 0);
		}
	}

	private void insert(Map<String, ?> common, Map<String, ?> values) {
		var all = new HashMap<String, Object>(common);
		all.putAll(values);
		this.rows.insert("conversation", all);
	}

	private void count(String metric, List<String> names, Instant at, int value) {
		var day = LocalDate.ofInstant(at, CHICAGO);
		for (var period : Period.values()) {
			var window = period + "|" + period.around(day).start();
			groups(names)
				.forEach((group) -> this.counted.merge(metric + "|" + group + "|" + window, value, Integer::sum));
		}
		this.counted.values().removeIf((count) -> count == 0);
	}

	private static Stream<String> groups(List<String> names) {
		return Stream.of(0, 1, 2, 3, -1).map((shown) -> {
			var group = new ArrayList<>(List.of("ALL", "ALL", "ALL", "ALL"));
			if (shown >= 0) {
				group.set(shown, names.get(shown));
			}
			return String.join("|", group);
		});
	}

	private static String market(int index) {
		return "Market " + index;
	}

	private static String number(int index) {
		return "+1713200000" + index;
	}

}

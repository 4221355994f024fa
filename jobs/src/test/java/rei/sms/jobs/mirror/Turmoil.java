package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import rei.sms.db.Sql;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableStandIn;

/**
 * What happens in an engine and its base on a busy day, drawn by lot: texts and their
 * ends, answers, leads, stops, and people who edit. Each hundredth text is one that
 * Airtable refuses.
 */
final class Turmoil {

	static final String POISON = "POISON";

	private static final int EACH_POISONED = 100;

	private final MirrorWorld world;

	private final TestRows rows;

	private final AirtableStandIn airtable;

	private final MutableClock clock;

	private final Random random;

	private final List<UUID> prospects = new ArrayList<>();

	private final List<UUID> texts = new ArrayList<>();

	private final Set<UUID> leads = new TreeSet<>();

	private final Set<String> poisoned = new TreeSet<>();

	private final Map<String, String> names = new TreeMap<>();

	private int number;

	Turmoil(MirrorWorld world, TestRows rows, AirtableStandIn airtable, MutableClock clock, long seed) {
		this.world = world;
		this.rows = rows;
		this.airtable = airtable;
		this.clock = clock;
		this.random = new Random(seed);
	}

	/** Makes so many people known on both sides. */
	void meet(int people) {
		for (int i = 0; i < people; i++) {
			this.prospects.add(this.world.prospect(this.world.phone()));
		}
	}

	/** Lets one thing happen. */
	void act() {
		this.number++;
		this.clock.advance(Duration.ofMillis(20));
		switch (this.random.nextInt(12)) {
			case 0, 1, 2, 3 -> text();
			case 4, 5, 6 -> moveOn();
			case 7, 8 -> answer();
			case 9 -> promote();
			case 10 -> edit();
			default -> stop();
		}
	}

	private void text() {
		var poison = this.texts.size() % EACH_POISONED == EACH_POISONED / 2;
		var text = this.world.queued(someone(), (poison ? POISON : "Hi, is this your house? ") + this.number);
		this.texts.add(text);
		if (poison) {
			this.poisoned.add("conversation/" + text);
		}
	}

	private void moveOn() {
		if (!this.texts.isEmpty()) {
			var text = this.texts.get(this.random.nextInt(this.texts.size()));
			var status = List.of("SENT", "DELIVERED", "UNDELIVERED").get(this.random.nextInt(3));
			this.world.update("conversation", text, "sid = 'SM' || id, status = '" + status + "'");
		}
	}

	private void answer() {
		var prospect = someone();
		if (!this.leads.contains(prospect)) {
			this.world.inbound(prospect, "IN" + this.number);
		}
	}

	private void promote() {
		var prospect = someone();
		if (this.random.nextInt(5) == 0 && this.leads.add(prospect)) {
			this.world.promote(prospect);
		}
	}

	private void edit() {
		var prospect = someone();
		var name = "Owner " + this.number;
		this.airtable.edit(MirrorTestContext.LEADS, "Prospects", this.world.recordOf("prospect", prospect),
				Map.of("Name", name));
		this.names.put(this.world.phoneOf(prospect), name);
	}

	private void stop() {
		if (this.random.nextInt(5) == 0) {
			this.rows.insert("suppression", Map.of("phone", "+1832%07d".formatted(2_000_000 + this.number), "reason",
					"STOP", "source", "CAMPAIGN", "since", Sql.at(this.clock.instant())));
		}
	}

	private UUID someone() {
		return this.prospects.get(this.random.nextInt(this.prospects.size()));
	}

	/** What must stand aside in the end. */
	Set<String> poisoned() {
		return this.poisoned;
	}

	/** What people called whom, by phone. */
	Map<String, String> names() {
		return this.names;
	}

	int happened() {
		return this.number;
	}

}

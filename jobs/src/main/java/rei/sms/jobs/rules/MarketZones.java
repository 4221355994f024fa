package rei.sms.jobs.rules;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The state and the zone of a market, by its label such as "Houston, TX". */
public final class MarketZones {

	private static final MarketZones STANDARD = new MarketZones(CsvTable.read("markets.csv"), StateZones.standard());

	private final Map<String, ZoneId> listed;

	private final StateZones states;

	private MarketZones(CsvTable table, StateZones states) {
		this.listed = table.rows()
			.stream()
			.collect(Collectors.toUnmodifiableMap((row) -> key(row.get("city"), UsState.valueOf(row.get("state"))),
					(row) -> ZoneId.of(row.get("zone"))));
		this.states = states;
	}

	/** The table that the engine ships with. */
	public static MarketZones standard() {
		return STANDARD;
	}

	/**
	 * Reads a market's label: a city that is not listed has the zone in which most people
	 * of its state live; a label without a state is no market.
	 */
	public Optional<Market> of(String label) {
		var comma = label.lastIndexOf(',');
		var city = label.substring(0, Math.max(0, comma));
		return UsState.parse(label.substring(comma + 1)).map((state) -> new Market(state, zone(city, state)));
	}

	private ZoneId zone(String city, UsState state) {
		return Optional.ofNullable(this.listed.get(key(city, state))).orElseGet(() -> this.states.of(state).getFirst());
	}

	private static String key(String city, UsState state) {
		return city.toLowerCase(Locale.ROOT).replaceAll("\\bsaint\\b", "st").replaceAll("[^a-z]", "") + "," + state;
	}

	/**
	 * A market.
	 *
	 * @param state the state it lies in
	 * @param zone the zone whose midnight ends its day
	 */
	public record Market(UsState state, ZoneId zone) {
	}

}

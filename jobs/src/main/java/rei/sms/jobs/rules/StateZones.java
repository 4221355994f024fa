package rei.sms.jobs.rules;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The zones of each state, told apart by zip where a state has several. */
final class StateZones {

	private static final StateZones STANDARD = new StateZones(CsvTable.read("state-zones.csv"));

	private static final Pattern ZIP = Pattern.compile("(\\d{3})\\d{2}(-?\\d{4})?");

	private static final String ANY = "";

	private static final String OTHER = "other";

	private final Map<UsState, Map<String, List<ZoneId>>> zones = new EnumMap<>(UsState.class);

	private StateZones(CsvTable table) {
		for (var row : table.rows()) {
			var ofState = this.zones.computeIfAbsent(UsState.valueOf(row.get("state")), (state) -> new HashMap<>());
			var zonesOfRow = row.words("zones").stream().map(ZoneId::of).toList();
			zips(row.get("zip3")).forEach((zip) -> ofState.put(zip, zonesOfRow));
		}
	}

	static StateZones standard() {
		return STANDARD;
	}

	/** All zones of a state, the one of most people first. */
	List<ZoneId> of(UsState state) {
		return Objects.requireNonNull(this.zones.get(state)).getOrDefault(ANY, List.of());
	}

	/** The zones that a zip of a state may lie in; without a readable zip all of them. */
	List<ZoneId> of(UsState state, Optional<String> zip) {
		var ofState = Objects.requireNonNull(this.zones.get(state));
		return zip.map((text) -> ZIP.matcher(text.strip()))
			.filter((matcher) -> matcher.matches())
			.map((matcher) -> ofState.getOrDefault(matcher.group(1), ofState.getOrDefault(OTHER, of(state))))
			.orElseGet(() -> of(state));
	}

	private static List<String> zips(String range) {
		if (!range.contains("-")) {
			return List.of(range);
		}
		var zips = new ArrayList<String>();
		var last = Integer.parseInt(range.substring(4));
		for (int zip = Integer.parseInt(range.substring(0, 3)); zip <= last; zip++) {
			zips.add(String.valueOf(zip));
		}
		return zips;
	}

}

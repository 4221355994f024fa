package rei.sms.jobs.rules;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import rei.sms.db.message.PhoneNumber;

/**
 * Where a phone is at home by its area code: a table of every code of the United States.
 */
public final class AreaCodes {

	private static final AreaCodes STANDARD = new AreaCodes(CsvTable.read("area-codes.csv"));

	private static final List<Place> UNKNOWN = List.of(new Place.Unknown());

	private final Map<String, List<Place>> places;

	private AreaCodes(CsvTable table) {
		this.places = table.rows()
			.stream()
			.collect(Collectors.toUnmodifiableMap((row) -> row.get("code"), AreaCodes::places));
	}

	/** The table that the engine ships with. */
	public static AreaCodes standard() {
		return STANDARD;
	}

	/**
	 * The places where a phone may be at home; an unknown one for every number that is
	 * not of a state's area code.
	 */
	public List<Place> of(PhoneNumber phone) {
		var e164 = phone.e164();
		return (e164.length() == 12 && e164.startsWith("+1")) ? this.places.getOrDefault(e164.substring(2, 5), UNKNOWN)
				: UNKNOWN;
	}

	private static List<Place> places(CsvTable.Row row) {
		var zones = row.words("zones").stream().map(ZoneId::of).toList();
		return row.words("states")
			.stream()
			.<Place>map((state) -> new Place.Known(UsState.valueOf(state), zones))
			.toList();
	}

}

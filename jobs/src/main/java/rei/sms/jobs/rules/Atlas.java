package rei.sms.jobs.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import rei.sms.db.contact.Property;
import rei.sms.db.message.PhoneNumber;

/** Says where a recipient may be, from the phone and from the property. */
public final class Atlas {

	private static final Atlas STANDARD = new Atlas(AreaCodes.standard(), StateZones.standard());

	private final AreaCodes areaCodes;

	private final StateZones stateZones;

	private Atlas(AreaCodes areaCodes, StateZones stateZones) {
		this.areaCodes = areaCodes;
		this.stateZones = stateZones;
	}

	/** The tables that the engine ships with. */
	public static Atlas standard() {
		return STANDARD;
	}

	/** Where a phone may be of which no property is known. */
	public Whereabouts of(PhoneNumber phone) {
		return of(phone, Optional.empty(), Optional.empty());
	}

	/**
	 * Where the owner of a property may be: at the phone's area code and at the property.
	 * @param state the property's state as the list writes it; one that cannot be read
	 * counts as unknown, an empty one is no evidence
	 * @param zip the property's zip as the list writes it
	 */
	public Whereabouts of(PhoneNumber phone, Optional<String> state, Optional<String> zip) {
		var places = new ArrayList<>(this.areaCodes.of(phone));
		state.filter((text) -> !text.isBlank()).map((text) -> property(text, zip)).ifPresent(places::add);
		return new Whereabouts(List.copyOf(places));
	}

	/** Where the owner of all those properties may be: every one of them counts. */
	public Whereabouts of(PhoneNumber phone, Collection<Property> properties) {
		var places = new ArrayList<Place>(of(phone).places());
		properties.forEach((property) -> places
			.addAll(of(phone, Optional.ofNullable(property.state()), Optional.ofNullable(property.zip())).places()));
		return new Whereabouts(places);
	}

	private Place property(String state, Optional<String> zip) {
		return UsState.parse(state)
			.<Place>map((known) -> new Place.Known(known, this.stateZones.of(known, zip)))
			.orElseGet(Place.Unknown::new);
	}

}

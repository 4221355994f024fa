package rei.sms.jobs.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All the places where one recipient may be: by the phone's area code and by the
 * property. Where they differ, every one of them must allow a text.
 */
public record Whereabouts(List<Place> places) {

	/** A recipient of whom nothing is known. */
	public static final Whereabouts UNKNOWN = new Whereabouts(List.of(new Place.Unknown()));

	public Whereabouts {
		if (places.isEmpty()) {
			throw new IllegalArgumentException("a recipient is somewhere, if unknown");
		}
		places = List.copyOf(new LinkedHashSet<>(places));
	}

	/** The states that come into question. */
	public Set<UsState> states() {
		return this.places.stream()
			.filter(Place.Known.class::isInstance)
			.map((place) -> ((Place.Known) place).state())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether every place is a known state. */
	public boolean isKnown() {
		return this.places.stream().allMatch(Place.Known.class::isInstance);
	}

}

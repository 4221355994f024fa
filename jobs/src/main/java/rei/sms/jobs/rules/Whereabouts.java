package rei.sms.jobs.rules;

import java.time.ZoneId;
import java.util.Collection;
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

	/**
	 * Reads places that were kept as the words of {@link #stateWords()} and
	 * {@link #zoneWords()}: each state has those of the zones that lie in it.
	 */
	public static Whereabouts of(Collection<String> states, Collection<String> zones) {
		var kept = zones.stream().map(ZoneId::of).toList();
		var places = states.stream().map((state) -> place(state, kept)).toList();
		return places.isEmpty() ? UNKNOWN : new Whereabouts(places);
	}

	private static Place place(String word, List<ZoneId> kept) {
		return UsState.parse(word).filter((state) -> !kept.isEmpty()).<Place>map((state) -> {
			var inside = kept.stream().filter(StateZones.standard().of(state)::contains).toList();
			return new Place.Known(state, inside.isEmpty() ? kept : inside);
		}).orElseGet(Place.Unknown::new);
	}

	/** The states as words to keep; {@code ?} stands for an unknown one. */
	public List<String> stateWords() {
		return this.places.stream()
			.map((place) -> (place instanceof Place.Known known) ? known.state().name() : "?")
			.distinct()
			.toList();
	}

	/** The zones of the known places as words to keep. */
	public List<String> zoneWords() {
		return this.places.stream()
			.filter(Place.Known.class::isInstance)
			.flatMap((place) -> place.zones().stream())
			.map(ZoneId::getId)
			.distinct()
			.toList();
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

package rei.sms.jobs.enrichment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Enriched;
import rei.sms.db.message.LineType;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.Atlas;
import rei.sms.jobs.rules.Place;
import rei.sms.jobs.rules.Whereabouts;

/** A contact nobody has looked at yet, with every property behind its phone. */
record Unenriched(PhoneNumber phone, List<Property> properties) implements Keyed {

	/** Where a property lies, as the list writes it. */
	record Property(@Nullable String state, @Nullable String zip) {
	}

	/** What the phone and the properties tell. */
	Found look() {
		var where = whereabouts();
		return new Found(new Enriched(this.phone, LineType.of(this.phone), where.stateWords(), where.zoneWords()));
	}

	private Whereabouts whereabouts() {
		var atlas = Atlas.standard();
		var places = new ArrayList<Place>(atlas.of(this.phone).places());
		this.properties.forEach((property) -> places
			.addAll(atlas.of(this.phone, Optional.ofNullable(property.state()), Optional.ofNullable(property.zip()))
				.places()));
		return new Whereabouts(places);
	}

	@Override
	public String key() {
		return this.phone.e164();
	}

	/** What was found out about a contact. */
	record Found(Enriched enriched) implements Keyed {

		@Override
		public String key() {
			return this.enriched.phone().e164();
		}

	}

}

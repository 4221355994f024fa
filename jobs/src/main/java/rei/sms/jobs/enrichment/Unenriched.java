package rei.sms.jobs.enrichment;

import java.util.List;

import rei.sms.db.contact.Enriched;
import rei.sms.db.contact.Property;
import rei.sms.db.message.LineType;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.Atlas;

/** A contact nobody has looked at yet, with every property behind its phone. */
record Unenriched(PhoneNumber phone, List<Property> properties) implements Keyed {

	/** What the phone and the properties tell. */
	Found look() {
		var where = Atlas.standard().of(this.phone, this.properties);
		return new Found(new Enriched(this.phone, LineType.of(this.phone), where.stateWords(), where.zoneWords()));
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

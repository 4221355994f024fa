package rei.sms.jobs.promoter;

import java.util.UUID;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.PromotionPolicy;

/** A classified conversation that the promotion rule has not looked at. */
record Candidate(UUID id, PhoneNumber sellerPhone, PromotionPolicy.Candidate facts) implements Keyed {

	@Override
	public String key() {
		return this.id.toString();
	}

}

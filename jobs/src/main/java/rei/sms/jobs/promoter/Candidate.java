package rei.sms.jobs.promoter;

import java.util.UUID;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.PromotionPolicy;

/**
 * A classified conversation that the promotion rule has not looked at.
 *
 * @param facts what the rule looks at, with the stage that a person's labels stand for
 * @param byPerson whether a person labelled it
 */
record Candidate(UUID id, PhoneNumber sellerPhone, String body, PromotionPolicy.Candidate facts,
		boolean byPerson) implements Keyed {

	@Override
	public String key() {
		return this.id.toString();
	}

}

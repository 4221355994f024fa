package rei.sms.jobs.promoter;

import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.Promotion;

/** A conversation and what the promotion rule decided about it. */
record Judged(Candidate candidate, Promotion promotion) implements Keyed {

	@Override
	public String key() {
		return this.candidate.key();
	}

}

package rei.sms.jobs.intent;

import org.jspecify.annotations.Nullable;

import rei.sms.jobs.Keyed;
import rei.sms.jobs.intent.classifier.Classification;

/**
 * A message and what the embedded classifier takes it for.
 *
 * @param read null where it could not be read beside others and is to be read alone
 */
record Heard(Unclassified message, @Nullable Classification read) implements Keyed {

	@Override
	public String key() {
		return this.message.key();
	}

}

package rei.sms.jobs.rules;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.suppression.SuppressionReason;

/** Which messages end all texting to their phone (decisions 17 and 18). */
public final class SilenceRule {

	private SilenceRule() {
	}

	/** Why the phone must not be texted any more, if the message says so. */
	public static Optional<SuppressionReason> of(Reading reading) {
		return reading.optOut() ? Optional.of(SuppressionReason.STOP)
				: labelled(reading.threat() ? Intent.DNC : null, reading.aiIntent());
	}

	/** The same of a message that a person labelled. */
	public static Optional<SuppressionReason> labelled(@Nullable Intent intent, @Nullable AiIntent aiIntent) {
		if (intent == Intent.DNC) {
			return Optional.of(SuppressionReason.DNC);
		}
		return (aiIntent == AiIntent.WRONG_NUMBER) ? Optional.of(SuppressionReason.WRONG_NUMBER) : Optional.empty();
	}

}

package rei.sms.db.campaign;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What planning made of one prospect of a campaign's list, and why. */
public record Verdict(UUID campaignId, UUID prospectId, Outcome outcome, @Nullable String reason) {

	/** The kinds of verdicts. */
	public enum Outcome {

		/** The prospect's text is queued. */
		QUEUED,
		/** The prospect gets no text in this campaign. */
		LEFT_OUT,
		/** The prospect waits until somebody mends what holds it. */
		HELD

	}

}

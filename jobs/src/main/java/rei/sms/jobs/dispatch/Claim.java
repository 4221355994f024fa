package rei.sms.jobs.dispatch;

import java.util.List;

/**
 * What one claim took.
 *
 * @param refused texts that the gate put off or took out
 */
record Claim(List<ClearedText> cleared, int refused) {

	static final Claim NOTHING = new Claim(List.of(), 0);

	/** Whether there was nothing to claim. */
	boolean isEmpty() {
		return this.cleared.isEmpty() && this.refused == 0;
	}

}

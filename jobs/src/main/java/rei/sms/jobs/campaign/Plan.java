package rei.sms.jobs.campaign;

import java.util.List;

import rei.sms.db.contact.Enriched;
import rei.sms.db.outbox.OutboundText;
import rei.sms.jobs.Keyed;

/** What becomes of one prospect of a campaign's list. */
sealed interface Plan extends Keyed {

	/** The prospect that it is about. */
	Listed listed();

	@Override
	default String key() {
		return listed().key();
	}

	/** The prospect gets this text. */
	record Chosen(Listed listed, OutboundText text, Enriched places) implements Plan {
	}

	/**
	 * The prospect gets none in this campaign, and why: the fields that are missing, if
	 * that is it.
	 */
	record LeftOut(Listed listed, String reason, List<String> missing) implements Plan {
	}

	/** The prospect waits until somebody mends what holds it. */
	record Held(Listed listed, String reason) implements Plan {
	}

}

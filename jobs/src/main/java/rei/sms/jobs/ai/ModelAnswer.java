package rei.sms.jobs.ai;

import java.util.List;

import rei.sms.db.conversation.ProcessedBy;

/** What came of a question. */
public sealed interface ModelAnswer<T> {

	/**
	 * A model answered acceptably.
	 *
	 * @param tokens of question and answer together
	 */
	record Given<T>(T value, ProcessedBy engine, int tokens) implements ModelAnswer<T> {
	}

	/** None did, and why each did not. */
	record None<T>(List<String> reasons) implements ModelAnswer<T> {
	}

}

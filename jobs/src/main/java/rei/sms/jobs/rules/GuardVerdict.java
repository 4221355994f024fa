package rei.sms.jobs.rules;

import rei.sms.db.message.Segments;

/** What the guard thinks of a reply that an AI engine wrote. */
public sealed interface GuardVerdict {

	/**
	 * The reply may go out.
	 *
	 * @param text the reply as it goes out: in the letters of GSM-7
	 * @param segments what it costs
	 */
	record Passed(String text, Segments segments) implements GuardVerdict {
	}

	/**
	 * The reply must not be used; a template answers instead.
	 *
	 * @param reason what it does that it must not
	 * @param found the words that show it
	 */
	record Refused(Reason reason, String found) implements GuardVerdict {
	}

	/** What a reply must not do. */
	enum Reason {

		/** It says nothing. */
		EMPTY,
		/** It needs letters that GSM-7 lacks. */
		ALPHABET,
		/** It needs more than two segments. */
		TOO_LONG,
		/** It carries a link, an address of mail or a phone number. */
		LINK,
		/** It names or hints at a price. */
		PRICE,
		/** It promises something. */
		PROMISE,
		/** It gives legal or financial advice. */
		ADVICE,
		/** It claims that a human wrote it. */
		CLAIMS_HUMAN,
		/** It has a gap where a name should be. */
		PLACEHOLDER,
		/** It shows how it was made. */
		LEAKED_PROMPT,
		/** It speaks of things that a text of ours has no reason to speak of. */
		OFF_SCRIPT,
		/** It is in another language than the seller's. */
		LANGUAGE,
		/** It does not say who we are although the seller asked. */
		NO_IDENTITY

	}

}

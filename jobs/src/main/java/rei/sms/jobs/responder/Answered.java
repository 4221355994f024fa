package rei.sms.jobs.responder;

import rei.sms.jobs.Keyed;

/** A message and how it is answered. */
record Answered(Unanswered message, Answer answer) implements Keyed {

	@Override
	public String key() {
		return this.message.key();
	}

}

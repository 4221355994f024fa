package rei.sms.jobs.rules;

import java.util.List;

import rei.sms.db.contact.Stage;

/** How the engine answers one inbound message. */
public sealed interface ReplyPlan {

	/**
	 * It answers by itself.
	 *
	 * @param kind who writes first
	 * @param stage the stage that the answer stands for
	 * @param categories the template categories to look in, in order; for an AI reply
	 * they are the way out when it does not pass the guard
	 */
	record Reply(Kind kind, Stage stage, List<TemplateCategory> categories) implements ReplyPlan {

		public Reply {
			categories = List.copyOf(categories);
		}

	}

	/** It stays silent. */
	record Silent(Reason reason) implements ReplyPlan {
	}

	/** A person answers. */
	record Person(Reason reason) implements ReplyPlan {
	}

	/** Who writes an answer. */
	enum Kind {

		/** An AI engine, under the guard. */
		AI,
		/** The template library. */
		TEMPLATE

	}

	/** Why the engine does not answer by itself. */
	enum Reason {

		/** A later message of the seller gets the answer. */
		SUPERSEDED,
		/** The seller asked us to stop. */
		OPTED_OUT,
		/** The seller must not be contacted. */
		DO_NOT_CONTACT,
		/** Somebody else answers that phone. */
		WRONG_NUMBER,
		/** The seller declined. */
		REJECTED,
		/** A person of ours is talking with the seller. */
		PERSON_ACTIVE,
		/** From offers on it is a person's work. */
		LATE_STAGE,
		/** Automatic answers lead nowhere. */
		NO_PROGRESS,
		/** Nobody is sure what the message means. */
		LOW_CONFIDENCE,
		/** The seller threatens. */
		THREAT,
		/** Somebody died. */
		BEREAVEMENT,
		/** The writer may be a child. */
		MINOR,
		/** The seller is angry. */
		ANGER

	}

}

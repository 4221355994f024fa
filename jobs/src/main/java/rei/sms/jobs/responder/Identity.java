package rei.sms.jobs.responder;

import java.util.Optional;
import java.util.Set;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.Segments;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.ReplyFacts;
import rei.sms.jobs.rules.ReplyPlan;

/**
 * Who writes and how to end it, for a seller who asks while the team has no template that
 * says so: that question always gets an honest answer (decision 35).
 */
record Identity(SendingProperties sending) {

	private static final Set<AiIntent> QUESTIONS = Set.of(AiIntent.WHO_IS_THIS, AiIntent.HOW_GOT_NUMBER);

	/** The answer; empty when it is not asked for, or nobody said what we are called. */
	Optional<Answer.Text> answer(ReplyFacts facts, ReplyPlan.Reply plan) {
		return (facts.helpKeyword() || QUESTIONS.contains(facts.aiIntent())) ? names().map((names) -> text(names, plan))
				: Optional.empty();
	}

	private Optional<String> names() {
		var agent = this.sending.agent();
		var company = this.sending.company();
		return agent.map((name) -> company.map((firm) -> name + " with " + firm).orElse(name)).or(() -> company);
	}

	private static Answer.Text text(String names, ReplyPlan.Reply plan) {
		var body = "This is " + names + ". We buy houses and text numbers on a list of owners; yours was on it. "
				+ "Reply STOP and we will not text again.";
		return new Answer.Text(body, Segments.of(body).parts(), plan.stage(), ProcessedBy.AUTORESPONDER, null);
	}

}

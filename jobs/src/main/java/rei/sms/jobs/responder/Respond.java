package rei.sms.jobs.responder;

import java.util.Locale;
import java.util.Optional;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Templates;
import rei.sms.db.model.ModelReply;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.responder.AiReplyProperties.Mode;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.ReplyPolicy;

/**
 * Decides how a message is answered: with what an AI engine wrote to it, where the policy
 * leaves it to one and the guard let it pass, else from the template library.
 */
@Component
@StepScope
class Respond implements ItemProcessor<Unanswered, Answered> {

	private final ReplyPolicy policy = ReplyPolicy.STANDARD;

	private final Library library;

	private final Mode mode;

	Respond(Templates templates, SendingProperties sending, AiReplyProperties replies) {
		this.library = new Library(new TemplateChoice(templates.standing()), sending);
		this.mode = replies.ai();
	}

	@Override
	public Answered process(Unanswered message) {
		return new Answered(message, answer(message));
	}

	private Answer answer(Unanswered message) {
		if (message.duplicateOf() != null && !message.facts().manual()) {
			return new Answer.Silence("the same text was answered already");
		}
		return switch (this.policy.decide(message.facts())) {
			case ReplyPlan.Silent silent -> new Answer.Silence(word(silent.reason()));
			case ReplyPlan.Person person -> new Answer.ByPerson(word(person.reason()), null);
			case ReplyPlan.Reply plan -> text(message, plan);
		};
	}

	private Answer text(Unanswered message, ReplyPlan.Reply plan) {
		var template = this.library.answer(message, plan);
		return written(message, plan).<Answer>map((text) -> released(text, template))
			.or(() -> template.map((text) -> text))
			.orElseGet(() -> new Answer.ByPerson(
					"no template of " + plan.categories() + " that was not sent already can be filled in", null));
	}

	private Answer released(Answer.Text text, Optional<Answer.Text> template) {
		return switch (this.mode) {
			case ON -> text;
			case SUGGEST -> new Answer.Suggested(text, template.map(Answer.Text::body).orElse(null));
			case OFF -> throw new IllegalStateException("no reply is written while AI replies are off");
		};
	}

	private Optional<Answer.Text> written(Unanswered message, ReplyPlan.Reply plan) {
		var written = message.written();
		if (this.mode == Mode.OFF || plan.kind() != ReplyPlan.Kind.AI || written == null) {
			return Optional.empty();
		}
		return text(written, plan).filter((text) -> !message.sent().contains(text.body()));
	}

	private static Optional<Answer.Text> text(ModelReply written, ReplyPlan.Reply plan) {
		var body = written.body();
		var engine = written.engine();
		return (body == null || engine == null) ? Optional.empty()
				: Optional.of(new Answer.Text(body, written.segments(), plan.stage(), engine, null));
	}

	static String word(ReplyPlan.Reason reason) {
		return switch (reason) {
			case LATE_STAGE -> "from offers on a person answers";
			case NO_PROGRESS -> "automatic answers led nowhere";
			default -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		};
	}

}

package rei.sms.jobs.responder;

import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Template;
import rei.sms.db.campaign.Templates;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.MergeFields;
import rei.sms.jobs.rules.Rendering;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.ReplyPolicy;
import rei.sms.jobs.rules.TemplateText;

/** Decides how a message is answered and writes the answer from the template library. */
@Component
@StepScope
class Respond implements ItemProcessor<Unanswered, Answered> {

	private final ReplyPolicy policy = ReplyPolicy.STANDARD;

	private final TemplateChoice templates;

	private final SendingProperties sending;

	Respond(Templates templates, SendingProperties sending) {
		this.templates = new TemplateChoice(templates.standing());
		this.sending = sending;
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
		var fields = fields(message);
		return this.templates.forPlan(plan, message.id().hashCode())
			.stream()
			.map((template) -> render(template, plan, fields))
			.flatMap(Optional::stream)
			.filter((text) -> !message.sent().contains(text.body()))
			.findFirst()
			.<Answer>map((text) -> text)
			.orElseGet(() -> new Answer.ByPerson(
					"no template of " + plan.categories() + " that was not sent already can be filled in", null));
	}

	private static Optional<Answer.Text> render(Template template, ReplyPlan.Reply plan, MergeFields fields) {
		return switch (new TemplateText(template.message()).render(fields)) {
			case Rendering.Rendered done -> Optional.of(new Answer.Text(done.text(), done.segments().parts(),
					plan.stage(), ProcessedBy.AUTORESPONDER, template.versionId()));
			case Rendering.Unresolved missing -> Optional.empty();
			case Rendering.TooLong tooLong -> Optional.empty();
		};
	}

	private MergeFields fields(Unanswered message) {
		var fields = new HashMap<>(message.fields());
		this.sending.agent().ifPresent((agent) -> fields.put("Agent", agent));
		this.sending.company().ifPresent((company) -> fields.put("Company", company));
		return MergeFields.of(fields);
	}

	private static String word(ReplyPlan.Reason reason) {
		return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}

package rei.sms.jobs.responder;

import java.util.HashMap;
import java.util.Optional;

import rei.sms.db.campaign.Template;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.MergeFields;
import rei.sms.jobs.rules.Rendering;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.TemplateText;

/** Writes answers from the team's templates. */
record Library(TemplateChoice templates, SendingProperties sending) {

	/**
	 * The best template's text that can be filled in and that the seller has not got
	 * before, or for who asks who we are, our own.
	 */
	Optional<Answer.Text> answer(Unanswered message, ReplyPlan.Reply plan) {
		var fields = fields(message);
		return this.templates.forPlan(plan, message.id().hashCode())
			.stream()
			.map((template) -> render(template, plan, fields))
			.flatMap(Optional::stream)
			.filter((text) -> !message.sent().contains(text.body()))
			.findFirst()
			.or(() -> new Identity(this.sending).answer(message.facts(), plan)
				.filter((text) -> !message.sent().contains(text.body())));
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

}

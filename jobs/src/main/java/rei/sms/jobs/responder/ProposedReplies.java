package rei.sms.jobs.responder;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Templates;
import rei.sms.db.model.ModelReply;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.ReplyPolicy;

/**
 * Shows how messages would be answered, the engines' words beside the templates'; keeps
 * and sends nothing.
 */
@Component
public class ProposedReplies {

	private final UnansweredMessages unanswered;

	private final Templates templates;

	private final SendingProperties sending;

	private final ReplyWriter writer;

	ProposedReplies(UnansweredMessages unanswered, Templates templates, SendingProperties sending, ReplyWriter writer) {
		this.unanswered = unanswered;
		this.templates = templates;
		this.sending = sending;
		this.writer = writer;
	}

	/** The answers to the oldest unanswered messages. */
	public List<ProposedReply> first(int limit) {
		var library = new Library(new TemplateChoice(this.templates.standing()), this.sending);
		List<Future<ProposedReply>> proposed;
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			proposed = this.unanswered.first(limit)
				.stream()
				.map((message) -> threads.submit(() -> proposed(message, library)))
				.toList();
		}
		return proposed.stream().map(Future::resultNow).toList();
	}

	private ProposedReply proposed(Unanswered message, Library library) {
		return switch (ReplyPolicy.STANDARD.decide(message.facts())) {
			case ReplyPlan.Silent silent -> plain(message, "silence: " + Respond.word(silent.reason()));
			case ReplyPlan.Person person -> plain(message, "a person: " + Respond.word(person.reason()));
			case ReplyPlan.Reply plan -> reply(message, plan, library);
		};
	}

	private ProposedReply reply(Unanswered message, ReplyPlan.Reply plan, Library library) {
		var written = (plan.kind() == ReplyPlan.Kind.AI && !this.writer.isOff()) ? written(message, plan) : null;
		var template = library.answer(message, plan).map(Answer.Text::body).orElse(null);
		return proposal(message, plan.kind().name().toLowerCase(Locale.ROOT), template, written);
	}

	private ModelReply written(Unanswered message, ReplyPlan.Reply plan) {
		var before = message.written();
		return (before != null) ? before : this.writer.write(message, plan);
	}

	private static ProposedReply plain(Unanswered message, String plan) {
		return proposal(message, plan, null, null);
	}

	private static ProposedReply proposal(Unanswered message, String plan, @Nullable String template,
			@Nullable ModelReply written) {
		var engine = (written != null) ? written.engine() : null;
		return new ProposedReply(message.id(), message.sellerPhone().e164(), message.body(), plan, template,
				(written != null) ? written.body() : null, (engine != null) ? engine.label() : null,
				(written != null) ? written.reason() : null);
	}

}

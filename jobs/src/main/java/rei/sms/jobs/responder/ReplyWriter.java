package rei.sms.jobs.responder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.db.contact.SellerFacts;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.conversation.Threads;
import rei.sms.db.model.ModelReply;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.ai.Line;
import rei.sms.jobs.ai.ModelAnswer;
import rei.sms.jobs.ai.ModelRouter;
import rei.sms.jobs.ai.Question;
import rei.sms.jobs.responder.AiReplyProperties.Mode;
import rei.sms.jobs.rules.GuardVerdict;
import rei.sms.jobs.rules.GuardVerdict.Passed;
import rei.sms.jobs.rules.Language;
import rei.sms.jobs.rules.ReplyGuard;
import rei.sms.jobs.rules.ReplyGuard.Expected;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.Steering;

/**
 * Has AI engines write a reply: one writes, one polishes, and the guard reads every word
 * of both. What a seller wrote is quoted to them and steers nothing.
 */
@Component
class ReplyWriter {

	private static final List<ProcessedBy> WRITERS = List.of(ProcessedBy.MISTRAL_7B, ProcessedBy.GEMMA_2,
			ProcessedBy.GPT_4O, ProcessedBy.PHI_3_MINI);

	private static final List<ProcessedBy> POLISHERS = List.of(ProcessedBy.GEMMA_2);

	private static final String SCHEMA = """
			{"type":"object","additionalProperties":false,"required":["reply"],"properties":{"reply":{"type":"string"}}}""";

	private static final int LINES = 8;

	private static final int TOKENS = 160;

	private final ModelRouter router;

	private final Threads threads;

	private final SellerFacts facts;

	private final SendingProperties sending;

	private final Mode mode;

	private final ReplyGuard guard = ReplyGuard.standard();

	ReplyWriter(ModelRouter router, Threads threads, SellerFacts facts, SendingProperties sending,
			AiReplyProperties replies) {
		this.router = router;
		this.threads = threads;
		this.facts = facts;
		this.sending = sending;
		this.mode = replies.ai();
	}

	/** Whether there is nobody to write, or nothing is to be written. */
	boolean isOff() {
		return this.router.isEmpty() || this.mode == Mode.OFF;
	}

	/** Writes to a message that the policy leaves to an engine. */
	ModelReply write(Unanswered message, ReplyPlan.Reply plan) {
		if (message.said().stream().anyMatch(Steering::in)) {
			return ModelReply.none("it speaks to a machine: no engine was asked");
		}
		var instructions = Instructions.write(this.sending, message, plan, this.facts.of(message.sellerPhone()));
		var refused = new ArrayList<String>();
		var question = new Question("write-reply", instructions, thread(message), SCHEMA, TOKENS);
		return switch (this.router.ask(WRITERS, question, (answer) -> passed(answer, message, refused))) {
			case ModelAnswer.Given<Passed> draft -> polished(message, draft);
			case ModelAnswer.None<Passed> none -> ModelReply.none(why(none.reasons(), refused));
		};
	}

	private ModelReply polished(Unanswered message, ModelAnswer.Given<Passed> draft) {
		if (POLISHERS.contains(draft.engine())) {
			return reply(draft.value(), draft.engine(), "written");
		}
		var question = new Question("polish-reply", Instructions.polish(), List.of(Line.draft(draft.value().text())),
				SCHEMA, TOKENS);
		return switch (this.router.ask(POLISHERS, question, (answer) -> passed(answer, message, new ArrayList<>()))) {
			case ModelAnswer.Given<Passed> better when !better.value().text().equals(draft.value().text()) ->
				reply(better.value(), better.engine(), "polished what " + draft.engine().label() + " wrote");
			case ModelAnswer.Given<Passed> same -> reply(draft.value(), draft.engine(), "written, and good as it was");
			case ModelAnswer.None<Passed> none -> reply(draft.value(), draft.engine(), "written");
		};
	}

	private static ModelReply reply(Passed passed, ProcessedBy engine, String reason) {
		return new ModelReply(engine, passed.text(), passed.segments().parts(), reason);
	}

	private Optional<Passed> passed(JsonNode answer, Unanswered message, List<String> refused) {
		return switch (this.guard.check(answer.path("reply").asString(""), expected(message))) {
			case Passed passed when message.sent().contains(passed.text()) -> Optional.empty();
			case Passed passed -> Optional.of(passed);
			case GuardVerdict.Refused no -> {
				refused.add("the guard: " + no.reason());
				yield Optional.empty();
			}
		};
	}

	private Expected expected(Unanswered message) {
		var asksWho = message.facts().aiIntent() == AiIntent.WHO_IS_THIS
				|| message.facts().aiIntent() == AiIntent.HOW_GOT_NUMBER;
		var ours = new ArrayList<String>();
		this.sending.agent().ifPresent(ours::add);
		this.sending.company().ifPresent(ours::add);
		return new Expected(Language.of(message.body()).orElse(Language.EN), asksWho, ours,
				Optional.ofNullable(message.fields().get("Property Address")));
	}

	private List<Line> thread(Unanswered message) {
		return this.threads.of(message.sellerPhone(), LINES)
			.stream()
			.map((line) -> line.direction().equals("OUTBOUND") ? Line.ours(line.body()) : Line.seller(line.body()))
			.toList();
	}

	private static String why(List<String> reasons, List<String> refused) {
		var all = new ArrayList<>(reasons);
		all.addAll(refused);
		var text = String.join("; ", all);
		return text.substring(0, Math.min(500, text.length()));
	}

}

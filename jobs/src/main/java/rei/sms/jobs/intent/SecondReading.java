package rei.sms.jobs.intent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.Labelled;
import rei.sms.db.model.ModelReading;
import rei.sms.jobs.ai.Line;
import rei.sms.jobs.ai.ModelAnswer;
import rei.sms.jobs.ai.ModelRouter;
import rei.sms.jobs.ai.Question;
import rei.sms.jobs.intent.classifier.Context;
import rei.sms.jobs.rules.Steering;

/**
 * Has AI engines read what the embedded classifier doubts: a small one first, and where
 * it disagrees with the classifier, a strong one.
 */
@Component
class SecondReading {

	private static final List<ProcessedBy> TRIAGE = List.of(ProcessedBy.PHI_3_MINI, ProcessedBy.MISTRAL_7B);

	private static final List<ProcessedBy> HARD_CASES = List.of(ProcessedBy.GPT_4O);

	/**
	 * How often two readers that agree are right, and a strong or a small one that
	 * decides alone.
	 */
	private static final double AGREED = 0.8;

	private static final double STRONG = 0.8;

	private static final double SMALL = 0.55;

	private static final String SCHEMA = """
			{"type":"object","additionalProperties":false,"required":["ai_intent","intent","opt_out"],"properties":{\
			"ai_intent":{"type":"string","enum":[%s]},"intent":{"type":"string","enum":[%s]},"opt_out":{"type":"boolean"}}}"""
		.formatted(options(AiIntent.values()), options(Intent.values()));

	private final ModelRouter router;

	private final String guide = Guide.read();

	SecondReading(ModelRouter router) {
		this.router = router;
	}

	boolean isPossible() {
		return !this.router.isEmpty();
	}

	/** What the engines take the message for. */
	ModelReading of(Doubtful doubtful) {
		if (Steering.in(doubtful.message().body())) {
			return ModelReading.none("it speaks to a machine: no engine was asked");
		}
		var question = question(doubtful.message());
		var first = ask(TRIAGE, question);
		if (first != null && first.aiIntent() == doubtful.read().aiIntent()) {
			return first.reading(AGREED, first.optOut(), "agrees with the classifier");
		}
		return decided(first, ask(HARD_CASES, question));
	}

	private static ModelReading decided(@Nullable Verdict first, @Nullable Verdict strong) {
		var optOut = (first != null && first.optOut()) || (strong != null && strong.optOut());
		if (strong != null) {
			return strong.reading(STRONG, optOut, "read a hard case");
		}
		return (first != null) ? first.reading(SMALL, optOut, "read it alone")
				: ModelReading.none("no engine could tell");
	}

	private @Nullable Verdict ask(List<ProcessedBy> engines, Question question) {
		return switch (this.router.ask(engines, question, Optional::of)) {
			case ModelAnswer.Given<JsonNode> given -> Verdict.of(given.value(), given.engine());
			case ModelAnswer.None<JsonNode> none -> null;
		};
	}

	private Question question(Unclassified message) {
		var asked = Context.following(message.asked()).key();
		return new Question("classify", this.guide.formatted(asked), List.of(Line.seller(message.body())), SCHEMA, 120);
	}

	private static String options(Labelled[] values) {
		return Arrays.stream(values).map((value) -> '"' + value.label() + '"').collect(Collectors.joining(","));
	}

	/** One engine's answer. */
	private record Verdict(AiIntent aiIntent, Intent intent, boolean optOut, ProcessedBy engine) {

		static Verdict of(JsonNode answer, ProcessedBy engine) {
			return new Verdict(AiIntent.valueOf(answer.path("ai_intent").asString().toUpperCase(Locale.ROOT)),
					Intent.valueOf(answer.path("intent").asString().toUpperCase(Locale.ROOT)),
					answer.path("opt_out").asBoolean(false), engine);
		}

		ModelReading reading(double confidence, boolean anyOptOut, String reason) {
			return new ModelReading(this.engine, this.aiIntent, anyOptOut, this.intent == Intent.DNC && !anyOptOut,
					this.intent == Intent.POSITIVE, confidence, this.engine.label() + " " + reason);
		}

	}

}

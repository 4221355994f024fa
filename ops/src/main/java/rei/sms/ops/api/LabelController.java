package rei.sms.ops.api;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.message.Labelled;
import rei.sms.db.model.ClassifierModels;
import rei.sms.db.model.ClassifierModels.ClassifierModel;
import rei.sms.db.model.Labels;

/** A person's own reading of a message, and what the classifier learnt from such. */
@RestController
@ConditionalOnWebApplication
class LabelController {

	private final Labels labels;

	private final ClassifierModels models;

	private final Clock clock;

	LabelController(Labels labels, ClassifierModels models, Clock clock) {
		this.labels = labels;
		this.models = models;
		this.clock = clock;
	}

	@PostMapping("/conversations/{id}/label")
	Map<String, Object> correct(@PathVariable UUID id, @RequestParam(required = false) @Nullable String aiIntent,
			@RequestParam(required = false) @Nullable String intent) {
		if (aiIntent == null && intent == null) {
			throw Refused.malformed("ai_intent or intent must be given");
		}
		if (!this.labels.correct(id, word("intent", intent, Intent.values()),
				word("ai_intent", aiIntent, AiIntent.values()), "api", this.clock.instant())) {
			throw Refused.missing("there is no inbound conversation " + id);
		}
		return Map.of("status", "ok", "conversation_id", id);
	}

	@GetMapping("/classifier/models")
	Map<String, List<ClassifierModel>> models() {
		return Map.of("models", this.models.all());
	}

	private static <E extends Enum<E> & Labelled> @Nullable E word(String field, @Nullable String label, E[] values) {
		if (label == null) {
			return null;
		}
		return Arrays.stream(values)
			.filter((value) -> value.label().toLowerCase(Locale.ROOT).equals(label.strip().toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> Refused
				.malformed(field + " must be one of " + Arrays.stream(values).map(Labelled::label).toList()));
	}

}

package rei.sms.ops.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.outbox.Suggestion;
import rei.sms.db.outbox.Suggestions;

/** Replies that AI engines suggest, and a person's yes or no to each. */
@RestController
@ConditionalOnWebApplication
class SuggestionController {

	private static final int SHOWN = 200;

	private final Suggestions suggestions;

	private final Clock clock;

	SuggestionController(Suggestions suggestions, Clock clock) {
		this.suggestions = suggestions;
		this.clock = clock;
	}

	@GetMapping("/suggestions")
	Map<String, List<Suggestion>> open() {
		return Map.of("suggestions", this.suggestions.open(SHOWN));
	}

	@PostMapping("/suggestions/{message}/accept")
	Map<String, Object> accept(@PathVariable UUID message) {
		var text = this.suggestions.accept(message, this.clock.instant())
			.orElseThrow(() -> Refused.missing("no reply waits for " + message + " any more"));
		return Map.of("status", "ok", "conversation_id", text);
	}

	@PostMapping("/suggestions/{message}/dismiss")
	Map<String, Object> dismiss(@PathVariable UUID message) {
		if (!this.suggestions.dismiss(message, this.clock.instant())) {
			throw Refused.missing("no reply waits for " + message + " any more");
		}
		return Map.of("status", "ok", "message", message);
	}

}

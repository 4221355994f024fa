package rei.sms.ops.api;

import java.time.Clock;
import java.util.LinkedHashMap;
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

import rei.sms.db.operations.PersonList;
import rei.sms.db.operations.PersonList.Entry;
import rei.sms.db.outbox.UnknownOutcomes;
import rei.sms.db.outbox.UnknownOutcomes.Settled;

/** What waits for a person, and what the person says. */
@RestController
@ConditionalOnWebApplication
class PeopleController {

	private final PersonList people;

	private final UnknownOutcomes unknown;

	private final Clock clock;

	PeopleController(PersonList people, UnknownOutcomes unknown, Clock clock) {
		this.people = people;
		this.unknown = unknown;
		this.clock = clock;
	}

	@GetMapping("/people")
	Map<String, List<Map<String, @Nullable Object>>> people(@RequestParam(defaultValue = "200") int limit) {
		return Map.of("people",
				this.people.open(Math.clamp(limit, 1, 1000)).stream().map(PeopleController::shown).toList());
	}

	@PostMapping("/people/{id}/went")
	Map<String, Object> went(@PathVariable UUID id) {
		return answer(id, this.unknown.went(id, this.clock.instant()));
	}

	@PostMapping("/people/{id}/did-not")
	Map<String, Object> didNot(@PathVariable UUID id) {
		return answer(id, this.unknown.didNot(id, this.clock.instant()));
	}

	@PostMapping("/people/{id}/done")
	Map<String, Object> done(@PathVariable UUID id) {
		if (!this.people.done(id, this.clock.instant())) {
			throw Refused.missing("nothing of conversation " + id + " can be called done");
		}
		return Map.of("status", "ok", "conversation_id", id);
	}

	private static Map<String, Object> answer(UUID id, Settled settled) {
		if (settled == Settled.NOT_ASKED) {
			throw Refused.missing("nobody asks whether " + id + " went");
		}
		return Map.of("status", "ok", "conversation_id", id, "outcome", settled.name().toLowerCase(Locale.ROOT));
	}

	private static Map<String, @Nullable Object> shown(Entry entry) {
		var shown = new LinkedHashMap<String, @Nullable Object>();
		shown.put("kind", entry.kind());
		shown.put("conversation_id", entry.conversationId());
		shown.put("phone", entry.phone().e164());
		shown.put("reason", entry.reason());
		shown.put("since", entry.since().toString());
		shown.put("body", entry.body());
		shown.put("suggestion", entry.suggestion());
		shown.put("answers", entry.asksWhetherItWent() ? List.of("went", "did-not") : List.of("done"));
		return shown;
	}

}

package rei.sms.ops.person;

import java.time.Clock;
import java.util.UUID;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import rei.sms.db.model.Labels;
import rei.sms.db.operations.PersonList;
import rei.sms.db.outbox.Suggestions;
import rei.sms.db.outbox.UnknownOutcomes;
import rei.sms.db.outbox.UnknownOutcomes.Settled;
import rei.sms.ops.pages.NotThere;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;

/** What waits for a person, each settled with one press. */
@Page
class PersonPage {

	private static final String HERE = "/ops/person";

	private static final int SHOWN = 50;

	private final Entries entries;

	private final PersonList people;

	private final Suggestions suggestions;

	private final UnknownOutcomes unknown;

	private final Labels labels;

	private final Clock clock;

	PersonPage(Entries entries, PersonList people, Suggestions suggestions, UnknownOutcomes unknown, Labels labels,
			Clock clock) {
		this.entries = entries;
		this.people = people;
		this.suggestions = suggestions;
		this.unknown = unknown;
		this.labels = labels;
		this.clock = clock;
	}

	@GetMapping(HERE)
	String list(Model model) {
		model.addAttribute("listed", this.entries.listed(SHOWN)).addAttribute("doubtful", this.entries.doubtful(SHOWN));
		return "ops/person";
	}

	@PostMapping(HERE + "/{id:\\d+}/send")
	String send(@PathVariable long id) {
		return (this.suggestions.accept(message(id), this.clock.instant()).isPresent() ? Said.QUEUED : Said.GONE)
			.on(HERE);
	}

	@PostMapping(HERE + "/{id:\\d+}/dismiss")
	String dismiss(@PathVariable long id) {
		return (this.suggestions.dismiss(message(id), this.clock.instant()) ? Said.DONE : Said.GONE).on(HERE);
	}

	@PostMapping(HERE + "/{id:\\d+}/done")
	String done(@PathVariable long id) {
		return (this.people.resolve(id, "settled on the ops pages", this.clock.instant()) ? Said.DONE : Said.GONE)
			.on(HERE);
	}

	@PostMapping(HERE + "/{id:\\d+}/went")
	String went(@PathVariable long id) {
		return settled(this.unknown.went(message(id), this.clock.instant()));
	}

	@PostMapping(HERE + "/{id:\\d+}/did-not")
	String didNot(@PathVariable long id) {
		return settled(this.unknown.didNot(message(id), this.clock.instant()));
	}

	private UUID message(long id) {
		return this.entries.find(id).orElseThrow(NotThere::new).message();
	}

	private static String settled(Settled settled) {
		return switch (settled) {
			case SENT -> Said.WENT.on(HERE);
			case QUEUED -> Said.AGAIN.on(HERE);
			case FAILED -> Said.FAILED.on(HERE);
			case NOT_ASKED -> Said.GONE.on(HERE);
		};
	}

	@PostMapping(HERE + "/read/{message}")
	String readRightly(@PathVariable UUID message) {
		var known = this.labels.correct(message, null, null, "page", this.clock.instant());
		return (known ? Said.DONE : Said.GONE).on(HERE);
	}

}

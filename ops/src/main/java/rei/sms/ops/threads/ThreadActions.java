package rei.sms.ops.threads;

import java.time.Clock;
import java.util.UUID;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.db.contact.Hands;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.model.Labels;
import rei.sms.db.suppression.OptOuts;
import rei.sms.ops.pages.NotThere;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;
import rei.sms.ops.api.ManualTexts;
import rei.sms.ops.api.ManualTexts.Answer;

/** What a person does in a thread. */
@Page
@RequestMapping("/ops/threads/{digits}")
class ThreadActions {

	private final ManualTexts texts;

	private final Messages messages;

	private final Labels labels;

	private final OptOuts optOuts;

	private final Hands hands;

	private final Clock clock;

	ThreadActions(ManualTexts texts, Messages messages, Labels labels, OptOuts optOuts, Hands hands, Clock clock) {
		this.texts = texts;
		this.messages = messages;
		this.labels = labels;
		this.optOuts = optOuts;
		this.hands = hands;
		this.clock = clock;
	}

	@PostMapping("/reply")
	String reply(@PathVariable String digits, @RequestParam(defaultValue = "") String body) {
		var said = switch (this.texts.queue(ThreadsPage.phone(digits), null, body.strip())) {
			case Answer.Queued _ -> Said.QUEUED;
			case Answer.OptedOut _ -> Said.OPTED_OUT;
			case Answer.Unfilled _ -> Said.UNFILLED;
			case Answer.Malformed _ -> Said.EMPTY;
		};
		return said.on(thread(digits));
	}

	@PostMapping("/label")
	String label(@PathVariable String digits, @RequestParam UUID message, @RequestParam Intent intent,
			@RequestParam AiIntent aiIntent) {
		if (!this.messages.isInbound(message, ThreadsPage.phone(digits))) {
			throw new NotThere();
		}
		this.labels.correct(message, intent, aiIntent, "page", this.clock.instant());
		return Said.LABELLED.on(thread(digits));
	}

	@PostMapping("/opt-out")
	String optOut(@PathVariable String digits) {
		this.optOuts.enter(ThreadsPage.phone(digits), this.clock.instant());
		return Said.SUPPRESSED.on(thread(digits));
	}

	@PostMapping("/hand-over")
	String handOver(@PathVariable String digits) {
		this.hands.handOver(ThreadsPage.phone(digits), this.clock.instant());
		return Said.HANDED_OVER.on(thread(digits));
	}

	@PostMapping("/take-back")
	String takeBack(@PathVariable String digits) {
		this.hands.takeBack(ThreadsPage.phone(digits));
		return Said.TAKEN_BACK.on(thread(digits));
	}

	private static String thread(String digits) {
		return "/ops/threads/" + ThreadsPage.phone(digits).e164().substring(1);
	}

}

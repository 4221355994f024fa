package rei.sms.ops.threads;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.message.PhoneNumber;
import rei.sms.ops.pages.NotThere;
import rei.sms.ops.pages.Page;

/** The list of threads with its search, and one thread. */
@Page
class ThreadsPage {

	private static final int LINES = 100;

	private static final int MESSAGES = 200;

	private static final Pattern PHONE = Pattern.compile("[+(\\d][\\d\\s().-]{6,20}");

	private final ThreadList threads;

	private final Messages messages;

	private final SellerCard sellers;

	ThreadsPage(ThreadList threads, Messages messages, SellerCard sellers) {
		this.threads = threads;
		this.messages = messages;
		this.sellers = sellers;
	}

	@GetMapping("/ops/threads")
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
		var lines = q.isBlank() ? this.threads.latest(ThreadList.Cursor.of(after), LINES) : found(q.strip());
		model.addAttribute("q", q).addAttribute("lines", lines);
		if (q.isBlank() && lines.size() == LINES) {
			model.addAttribute("next", lines.getLast().cursor());
		}
		return "ops/threads";
	}

	@GetMapping("/ops/threads/{digits}")
	String thread(@PathVariable String digits, Model model) {
		var phone = phone(digits);
		var messages = this.messages.of(phone, MESSAGES);
		model.addAttribute("seller", this.sellers.of(phone).orElseThrow(NotThere::new))
			.addAttribute("messages", messages)
			.addAttribute("last",
					messages.stream()
						.filter((message) -> message.aiIntent() != null)
						.reduce((_, last) -> last)
						.orElse(null))
			.addAttribute("intents", Intent.values())
			.addAttribute("aiIntents", AiIntent.values());
		return "ops/thread";
	}

	/** The phone in an address of ours. */
	static PhoneNumber phone(String digits) {
		return PhoneNumber.tryParse("+" + digits).orElseThrow(NotThere::new);
	}

	private List<ThreadLine> found(String q) {
		var phone = PHONE.matcher(q).matches() ? PhoneNumber.tryParse(q).map(PhoneNumber::e164).stream()
				: Stream.<String>empty();
		var phones = Stream.concat(phone, this.threads.bySid(q).stream()).distinct().toList();
		return this.threads.of(phones.isEmpty() ? this.threads.byWords(q, LINES) : phones);
	}

}

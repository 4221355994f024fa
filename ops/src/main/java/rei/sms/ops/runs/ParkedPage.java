package rei.sms.ops.runs;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import rei.sms.db.operations.ParkedRecord;
import rei.sms.db.operations.ParkedRecords;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;

/** Records that a job set aside with their errors, and letting them try again. */
@Page
class ParkedPage {

	private static final String HERE = "/ops/runs/parked";

	private static final int SHOWN = 100;

	private final ParkedRecords parked;

	private final Payloads payloads;

	ParkedPage(ParkedRecords parked, Payloads payloads) {
		this.parked = parked;
		this.payloads = payloads;
	}

	@GetMapping(HERE)
	String list(Model model) {
		var all = this.parked.all();
		var shown = all.stream().limit(SHOWN).toList();
		model.addAttribute("count", all.size())
			.addAttribute("parked", shown)
			.addAttribute("payloads", this.payloads.of(shown.stream().map(ParkedRecord::key).toList()));
		return "ops/parked";
	}

	@PostMapping(HERE + "/{id:\\d+}/retry")
	String retry(@PathVariable long id) {
		return (this.parked.retry(id) ? Said.RETRIED : Said.GONE).on(HERE);
	}

	@PostMapping(HERE + "/retry")
	String retryAll() {
		return ((this.parked.retryAll() > 0) ? Said.RETRIED : Said.GONE).on(HERE);
	}

}

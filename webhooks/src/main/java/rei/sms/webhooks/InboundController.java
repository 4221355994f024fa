package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.inbox.InboundMessage;
import rei.sms.webhooks.payload.Payload;

/** Takes the sellers' texts. */
@RestController
class InboundController {

	private final InboundTexts texts;

	private final GroupCommit<InboundMessage, Kept> group;

	private final AfterStop afterStop;

	private final Answers answers;

	InboundController(InboundTexts texts, GroupCommit<InboundMessage, Kept> group, AfterStop afterStop,
			Answers answers) {
		this.texts = texts;
		this.group = group;
		this.afterStop = afterStop;
		this.answers = answers;
	}

	@PostMapping("/inbound")
	void receive(@RequestAttribute Payload payload, HttpServletResponse response) throws IOException {
		var kept = this.group.commit(this.texts.read(payload));
		this.afterStop.settle(kept);
		this.answers.json(response, Acknowledgement.of(kept.staged()));
	}

}

package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.inbox.Staged;
import rei.sms.webhooks.payload.Payload;

/** Takes word of what was sent. */
@RestController
class OutboundController {

	private final OutboundEchoes echoes;

	private final GroupCommit<OutboundEcho, Staged> group;

	private final Answers answers;

	OutboundController(OutboundEchoes echoes, GroupCommit<OutboundEcho, Staged> group, Answers answers) {
		this.echoes = echoes;
		this.group = group;
		this.answers = answers;
	}

	@PostMapping("/outbound")
	void receive(@RequestAttribute Payload payload, HttpServletResponse response) throws IOException {
		this.answers.json(response, Acknowledgement.of(this.group.commit(this.echoes.read(payload))));
	}

}

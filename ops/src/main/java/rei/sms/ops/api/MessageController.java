package rei.sms.ops.api;

import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.message.PhoneNumber;
import rei.sms.ops.api.ManualTexts.Answer;

/** A person's own text: queued like every other, and through the same gate. */
@RestController
@ConditionalOnWebApplication
class MessageController {

	private final ManualTexts texts;

	MessageController(ManualTexts texts) {
		this.texts = texts;
	}

	@PostMapping("/messages")
	ResponseEntity<Map<String, Object>> send(@RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String from) {
		var sellerPhone = phone("To", to);
		var ourNumber = from.isBlank() ? null : phone("From", from);
		return switch (this.texts.queue(sellerPhone, ourNumber, body)) {
			case Answer.Queued(var text, var opens) ->
				ResponseEntity.accepted().body(Map.of("conversation_id", text.id(), "not_before", opens.toString()));
			case Answer.OptedOut _ ->
				throw new Refused(HttpStatus.CONFLICT, "To has opted out: nothing may be sent to it");
			case Answer.Unfilled(var placeholder) ->
				throw Refused.malformed("Body has " + placeholder + " to be filled in");
			case Answer.Malformed _ ->
				throw Refused.malformed("Body must have 1 to " + ManualTexts.LONGEST + " characters");
		};
	}

	private static PhoneNumber phone(String field, String text) {
		return PhoneNumber.tryParse(text).orElseThrow(() -> Refused.malformed(field + " is not a phone number"));
	}

}

package rei.sms.webhooks;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How every webhook answers: JSON, whatever the sender says it accepts. */
final class Answers {

	private Answers() {
	}

	static <T> ResponseEntity<T> json(T body) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
	}

}

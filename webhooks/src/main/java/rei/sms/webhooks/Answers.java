package rei.sms.webhooks;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every webhook answers: JSON, whatever the sender says it accepts, and in one piece
 * whose length is known.
 */
@Component
class Answers {

	private final JsonMapper mapper;

	Answers(JsonMapper mapper) {
		this.mapper = mapper;
	}

	ResponseEntity<byte[]> json(Object answer) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.mapper.writeValueAsBytes(answer));
	}

}

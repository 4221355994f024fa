package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
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

	/** Tomcat tells the length of what ends before anything was sent. */
	void json(HttpServletResponse response, Object answer) throws IOException {
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(this.mapper.writeValueAsBytes(answer));
	}

}

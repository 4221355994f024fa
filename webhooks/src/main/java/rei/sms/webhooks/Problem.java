package rei.sms.webhooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes a problem document (RFC 9457) where Spring MVC does not reach yet. */
final class Problem {

	private Problem() {
	}

	/** Answers with a problem; {@code detail} is our own words and needs no escaping. */
	static void answer(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		var document = """
				{"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""".formatted(status.getReasonPhrase(),
				status.value(), detail);
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(document.getBytes(StandardCharsets.UTF_8));
	}

}

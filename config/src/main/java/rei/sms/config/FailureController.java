package rei.sms.config;

import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers where something failed that nobody foresaw: people get a page, programs a
 * problem document, and neither gets more than that it failed.
 */
@RestController
@ConditionalOnWebApplication
class FailureController implements ErrorController {

	private static final String HERE = "/error";

	private static final String POLICY = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

	@RequestMapping(path = HERE, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> page(HttpServletRequest request) {
		var status = status(request);
		return ResponseEntity.status(status)
			.header("Content-Security-Policy", POLICY)
			.header("Cache-Control", "no-store")
			.body("""
					<!DOCTYPE html>
					<html lang="en">
					<head><meta charset="utf-8"><title>%1$s · REI SMS</title>
					<meta name="viewport" content="width=device-width, initial-scale=1">
					<meta name="color-scheme" content="light dark"></head>
					<body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/ops">Go to Today</a></p></main></body>
					</html>
					""".formatted(title(status), words(status)));
	}

	@RequestMapping(HERE)
	ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
		var status = status(request);
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, words(status))).build();
	}

	/** Whoever comes by himself finds nothing. */
	private static HttpStatus status(HttpServletRequest request) {
		return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
			.map(HttpStatus::resolve)
			.orElse(HttpStatus.NOT_FOUND);
	}

	private static String title(HttpStatus status) {
		return status.is5xxServerError() ? "That did not work" : status.getReasonPhrase();
	}

	private static String words(HttpStatus status) {
		return status.is5xxServerError()
				? "The engine failed while it did this. Why stands in its log; /health and doctor "
						+ "say whether more is wrong."
				: "The engine cannot answer this request.";
	}

}

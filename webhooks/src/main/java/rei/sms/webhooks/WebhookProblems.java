package rei.sms.webhooks;

import java.sql.SQLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import rei.sms.webhooks.payload.Refusal;

/**
 * Tells the sender what is wrong with a message; what is our own fault asks to come
 * again.
 */
@RestControllerAdvice(basePackageClasses = WebhookProblems.class)
class WebhookProblems {

	private static final Logger log = LoggerFactory.getLogger(WebhookProblems.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(Refusal ex) {
		return problem(ex.status(), ex.detail());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException ex) {
		log.warn("a message cannot be stored: {}", cause(ex));
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, "The message cannot be stored");
	}

	@ExceptionHandler({ Overloaded.class, DataAccessException.class, TransactionException.class })
	ResponseEntity<ProblemDetail> comeAgain(Exception ex) {
		log.warn("a message cannot be taken now: {}", cause(ex));
		return problem(HttpStatus.SERVICE_UNAVAILABLE, "The message cannot be taken now");
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
		var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			answer.header(HttpHeaders.RETRY_AFTER, "1");
		}
		return answer.body(ProblemDetail.forStatusAndDetail(status, detail));
	}

	/** Postgres quotes the row in its message: the state says enough. */
	private static String cause(Exception ex) {
		var cause = NestedExceptionUtils.getMostSpecificCause(ex);
		return (cause instanceof SQLException sql) ? "SQL state " + sql.getSQLState()
				: cause.getClass().getSimpleName();
	}

}

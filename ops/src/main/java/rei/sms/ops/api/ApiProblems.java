package rei.sms.ops.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals as problem documents. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@ConditionalOnWebApplication
class ApiProblems {

	@ExceptionHandler
	ProblemDetail refused(Refused ex) {
		return ProblemDetail.forStatusAndDetail(ex.status(), String.valueOf(ex.getMessage()));
	}

}

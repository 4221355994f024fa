package rei.sms.jobs.launch;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Says what was wrong with a launch: a job that runs is 409 and named, one that is not
 * there 404.
 */
@RestControllerAdvice(basePackageClasses = JobProblems.class)
@ConditionalOnWebApplication
class JobProblems {

	@ExceptionHandler
	ProblemDetail busy(JobBusy ex) {
		var problem = problem(HttpStatus.CONFLICT, ex);
		if (ex.executionId() > 0) {
			problem.setProperty("job_execution_id", ex.executionId());
		}
		return problem;
	}

	@ExceptionHandler
	ProblemDetail unknown(NoSuchRun ex) {
		return problem(ex.isConflict() ? HttpStatus.CONFLICT : HttpStatus.NOT_FOUND, ex);
	}

	@ExceptionHandler
	ProblemDetail closing(Closing ex) {
		return problem(HttpStatus.SERVICE_UNAVAILABLE, ex);
	}

	@ExceptionHandler
	ProblemDetail malformed(IllegalArgumentException ex) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, ex);
	}

	private static ProblemDetail problem(HttpStatus status, RuntimeException ex) {
		return ProblemDetail.forStatusAndDetail(status, String.valueOf(ex.getMessage()));
	}

}

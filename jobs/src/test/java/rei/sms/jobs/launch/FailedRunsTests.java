package rei.sms.jobs.launch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class FailedRunsTests {

	@Test
	void aVendorThatIsAwayIsToldInOneLine(CapturedOutput output) {
		FailedRuns.tell(failed(new IllegalStateException(new Unavailable("base appOne rests", Outcome.NOT_SENT))));
		assertThat(output).contains("airtable-push 17 failed and can be restarted: base appOne rests")
			.doesNotContain("\tat ");
	}

	@Test
	void whatNobodyExpectedIsToldWithItsTrace(CapturedOutput output) {
		FailedRuns.tell(failed(new IllegalStateException("no such column")));
		assertThat(output).contains("airtable-push 17 failed", "no such column", "\tat ");
	}

	@Test
	void aStoppedRunIsNoFailure(CapturedOutput output) {
		var stopped = failed(new IllegalStateException("stopped"));
		stopped.setStatus(BatchStatus.STOPPED);
		FailedRuns.tell(stopped);
		assertThat(output).doesNotContain("airtable-push");
	}

	private static JobExecution failed(RuntimeException failure) {
		var execution = new JobExecution(17, new JobInstance(1, "airtable-push"), new JobParameters());
		execution.setStatus(BatchStatus.FAILED);
		execution.addFailureException(failure);
		return execution;
	}

}

package rei.sms.jobs.launch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Whoever asks for a dry run of a job that has none gets no run. */
class DryRunTests {

	@ParameterizedTest
	@ValueSource(strings = { "/jobs/retry?dry_run=true", "/jobs/autoresponder?dry_run=1", "/retry?dry_run=yes",
			"/reset-quotas?dry_run=", "/aggregate-kpis?dry_run=true", "/autoresponder/autoresponder?dry_run=true" })
	void aDryRunNeverRuns(String route) throws Exception {
		var runs = mock(JobRuns.class);
		MockMvcBuilders.standaloneSetup(new JobController(runs))
			.setControllerAdvice(new JobProblems())
			.build()
			.perform(post(route))
			.andExpect(status().isUnprocessableContent());
		verifyNoInteractions(runs);
	}

}

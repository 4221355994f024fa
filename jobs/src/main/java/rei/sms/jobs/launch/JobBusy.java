package rei.sms.jobs.launch;

import java.io.Serial;

/** The job runs already; a second run of it would not be right. */
public class JobBusy extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long executionId;

	JobBusy(String job, long executionId) {
		super(job + " is running already" + ((executionId > 0) ? " as execution " + executionId : ""));
		this.executionId = executionId;
	}

	/** The running execution, or 0 while it is only about to begin. */
	public long executionId() {
		return this.executionId;
	}

}

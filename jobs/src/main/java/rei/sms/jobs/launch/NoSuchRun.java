package rei.sms.jobs.launch;

import java.io.Serial;

/** There is no such job or execution, or it is not in a state for what was asked. */
public class NoSuchRun extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	NoSuchRun(String what) {
		super(what);
	}

}

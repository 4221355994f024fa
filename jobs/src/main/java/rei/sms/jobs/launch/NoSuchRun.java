package rei.sms.jobs.launch;

import java.io.Serial;

/** There is no such job or execution, or it is not in a state for what was asked. */
public class NoSuchRun extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final boolean conflict;

	NoSuchRun(String what) {
		this(what, false);
	}

	NoSuchRun(String what, boolean conflict) {
		super(what);
		this.conflict = conflict;
	}

	/** Whether the execution is there, in the wrong state. */
	public boolean isConflict() {
		return this.conflict;
	}

}

package rei.sms.jobs.launch;

import java.io.Serial;

/** The engine ends and launches nothing any more. */
public class Closing extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	Closing() {
		super("the engine is stopping; nothing is launched any more");
	}

}

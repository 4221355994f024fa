package rei.sms.ops.runs;

import java.util.Collection;

/** What the pages ask of the jobs; whoever wires the engine answers it. */
public interface JobControl {

	/** The names of all jobs. */
	Collection<String> names();

	/** Starts a job and answers at once. */
	Answer launch(String job);

	/** Takes a failed or stopped run up where it ended, and answers at once. */
	Answer restart(long id);

	/** Asks a run to stop after its current chunk; answers whether it was running. */
	boolean stop(long id);

	/** What became of it. */
	sealed interface Answer {

		/** It runs, as this execution. */
		record Begun(long id) implements Answer {
		}

		/** The job runs already. */
		record Busy() implements Answer {
		}

		/** There is no such job or run, or it is not in a state for it. */
		record Refused() implements Answer {
		}

	}

}

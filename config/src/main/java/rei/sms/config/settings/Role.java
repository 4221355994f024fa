package rei.sms.config.settings;

/** What a process of the engine does. */
public enum Role {

	/** Answers HTTP. */
	SERVE("`serve`"),
	/** Runs what is due, again and again. */
	WORKER("`worker`"),
	/** Runs jobs once. */
	RUN("`run`"),
	/** Looks at the database, or writes a word into it. */
	LOOK("`jobs`, `pause`, `resume`"),
	/** Looks for faults, also of the settings. */
	DOCTOR("`doctor`");

	private final String words;

	Role(String words) {
		this.words = words;
	}

	/** How the command line calls it. */
	String words() {
		return this.words;
	}

}

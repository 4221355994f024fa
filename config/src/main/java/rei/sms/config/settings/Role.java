package rei.sms.config.settings;

/** What a process of the engine does. */
public enum Role {

	/** Answers HTTP. */
	SERVE,
	/** Runs what is due, again and again. */
	WORKER,
	/** Runs jobs once. */
	RUN,
	/** Looks at the database, or writes a word into it. */
	LOOK,
	/** Looks for faults, also of the settings. */
	DOCTOR

}

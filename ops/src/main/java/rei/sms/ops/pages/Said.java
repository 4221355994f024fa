package rei.sms.ops.pages;

/** What a page says after a button was pressed; an address only ever names it. */
public enum Said {

	QUEUED("Your text is queued. It goes as soon as the gate lets it, within the seller's hours."),
	OPTED_OUT("This phone has opted out: nothing may be sent to it."),
	EMPTY("Write something first: a text has 1 to 1,600 characters."),
	UNFILLED("Something in braces is still to be filled in: write what it stands for."),
	LABELLED("The label is corrected. Promotion and reply follow it."),
	SUPPRESSED("Opted out. Nothing goes to this phone any more."),
	HANDED_OVER("This thread is yours: the engine answers nobody here until you give it back."),
	TAKEN_BACK("The engine answers this thread again."), PAUSED("Paused. Nothing is sent from the next text on."),
	RESUMED("Resumed. What was waiting goes out at its usual pace."),
	NUMBER_PAUSED("This number is paused. Its texts wait, from the next one on."),
	NUMBER_RESUMED("This number sends again."), RESTARTED("Restarted at the chunk in which it ended."),
	LAUNCHED("Started."), STOPPING("It stops after its current chunk."), NOT_RUNNING("It was not running any more."),
	BUSY("That job is running just now. Try again when it has ended."),
	NOT_RESTARTED("Only a run that failed or was stopped can be restarted."),
	RETRIED("It is tried again with the job's next run."), GONE("That was done already, by you or somebody else."),
	STARTED("The campaign runs. Its first texts go within its hours."), HELD("The campaign is paused."),
	CANARY("Kept. With first texts to wait for, the campaign holds after them until they went well."),
	WENT("It counts as sent."), AGAIN("It queues at the gate for a new attempt."),
	FAILED("It has failed: no attempt was left."), DONE("Done, and off the list.");

	private final String words;

	Said(String words) {
		this.words = words;
	}

	/** In words. */
	public String words() {
		return this.words;
	}

	/** Leads back to a page of ours, which then says this. */
	public String on(String page) {
		return "redirect:" + page + (page.contains("?") ? "&" : "?") + "said=" + name();
	}

}

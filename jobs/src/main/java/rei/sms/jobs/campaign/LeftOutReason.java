package rei.sms.jobs.campaign;

/** Why a prospect of a list gets no text, in the words of the campaign's summary. */
enum LeftOutReason {

	OPTED_OUT("opted out"),

	SUPPRESSED("suppressed"),

	TERMINAL_STAGE("stage is OPT OUT or DNC"),

	NOT_INTERESTED("said not interested"),

	LEAD("is a lead"),

	IN_CONVERSATION("in conversation"),

	NO_PHONE("no phone"),

	INVALID_PHONE("no valid phone"),

	UNREACHABLE("phone unreachable"),

	DUPLICATE("phone already in this campaign"),

	RECENT("texted by a campaign in the last 72 h"),

	OVERTAKEN("stopped or texted while being planned"),

	TOO_LONG("text longer than may be sent");

	private final String words;

	LeftOutReason(String words) {
		this.words = words;
	}

	String words() {
		return this.words;
	}

}

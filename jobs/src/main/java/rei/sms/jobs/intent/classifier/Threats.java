package rei.sms.jobs.intent.classifier;

import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;

/** Finds a threat with law, authority or violence in a reply's plain words. */
final class Threats {

	private static final Pattern WORDING = Pattern.compile("\\b(?:"
			+ "(?:my|our|the|a|an|talk to|call|calling|contact|hear from|from) (?:\\S+ )?(?:lawyer|attorney|abogado|abogada) (?:will|is going to|gonna|knows|has your|about you)"
			+ "|(?:hear|hearing) from (?:my|our|a) (?:lawyer|attorney|abogado)"
			+ "|(?:sue|suing|sued) (?:you|u|ya|yall|your)|(?:ill|will|gonna|going to|can|could|we) sue\\b(?! them| my| the bank| the city)"
			+ "|lawsuit|small claims|class action|legal action|take you to court|see you in court|tcpa"
			+ "|(?:the )?(?:fcc|ftc|cfpb|bbb)\\b|attorney general|consumer protection"
			+ "|(?:report|reporting|reported|reportar|reportare|denunci\\S+|demand\\S+) (?:this|you|u|your|yall|these|to|los|la|lo|le|esto|este|a)\\b"
			+ "|(?:call|calling|called|contact|contacting|notify|notifying|going to|go to|llam\\S+ a la|hablarle a la) (?:the )?(?:police|cops|sheriff|authorities|policia)"
			+ "|police report|(?:do not call|dnc|donotcall|no call|dont call) (?:list|registry|registery)|(?:on|in) the (?:do not call|dnc|registry)"
			+ "|(?:this|thats|that|its|it|pure|is|for) (?:\\S+ )?harass\\w*|harassment|harassing|acoso|acosando|restraining order|cease and desist"
			+ "|(?:voy a|los|le voy a) demandar\\S*|(?:ill|i will|gonna|going to) (?:shoot|kill|beat|hurt|find you|come find)"
			+ "|(?:shotgun|my gun|a gun|12 gauge|bullet|shoot you|kill you|break your|beat your|kick your)\\b)");

	private Threats() {
	}

	static boolean in(Wording wording) {
		return WORDING.matcher(wording.spaced()).find();
	}

}

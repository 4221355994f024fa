package rei.sms.jobs.rules;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;
import rei.sms.jobs.rules.ReplyFacts.Concern;

/**
 * Reads in a seller's words, English or Spanish, what a machine must not answer: a death
 * that is mourned, a child on the phone, anger at us. Who names a death and goes on to
 * business wants an answer to the business.
 */
public final class Concerns {

	private static final String KIN = "(?:mom|mum|mother|mommy|dad|father|daddy|husband|wife|hubby|brother|sister|son|daughter|aunt|uncle"
			+ "|grandma|grandpa|grandmother|grandfather|granny|nana|papa|mama|parents?|partner|fiance|cousin|in laws?|owner"
			+ "|baby|child|he|she|they|esposo|esposa|marido|padre|madre|hermano|hermana|hijo|hija|abuelo|abuela|abuelita|abuelito"
			+ "|tio|tia|suegro|suegra|dueno|duena|viejo|jefe|jefa)";

	private static final Pattern DEATH = Pattern.compile("\\b(?:" + KIN
			+ " (?:has |have |had |just |recently |sadly |suddenly |is |was |who |\\w{3,9} )?(?:passed(?! (?:on (?:it|that|this|the|your)|it|the|that|this|your|inspection|by|along|out|up|over the))|died|is dead|is deceased|deceased)\\b"
			+ "|passed away|passed last (?:night|week|month)|(?:is|are|was|now) deceased|(?:has|have) died"
			+ "|(?:just |recently )?(?:lost|buried|burying|buring) (?:my|our|his|her|him|their) (?:\\w+ )?" + KIN
			+ "|(?:my|our) late " + KIN
			+ "|(?:planning|after|at|for|from|the|her|his|a) funeral(?! home| parlor)|in mourning|grieving|hospice"
			+ "|(?:se )?(?:murio|fallecio|murieron|fallecieron|se nos fue)\\b|acaba de (?:morir|fallecer)|perdi(?:mos)? a (?:mi|nuestr[oa])"
			+ "|mi (?:difunt[oa]|finad[oa])|de luto|velorio|entierro|en paz descanse|qepd)");

	private static final Pattern LONG_AGO = Pattern.compile(
			"\\b(?:(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|few|couple|many|several|some|of) (?:years?|yrs?) (?:ago|back|now)|years (?:ago|back)"
					+ "|(?:back )?in (?:19|20)\\d\\d|hace (?:\\w+ )?(?:anos|tiempo)|en (?:19|20)\\d\\d|long (?:time )?ago)\\b");

	/**
	 * What the tie-breaks of the labels' guide put above a reason: terms, a price, a wish
	 * to sell.
	 */
	private static final Pattern BUSINESS = Pattern.compile(
			"\\$ ?\\d|\\b(?:\\d{2,3} ?k|\\d{2,3} mil|how much|what (?:is|s|are|r) (?:your|ur|the|you) (?:offer\\w*|price)|whats (?:your|ur|the) (?:offer|price)"
					+ "|(?:make|send|give|get|need|want|take|like) (?:me |us )?(?:an? |your |the |ur )?(?:cash )?(?:offer|price|number)|what (?:would|will|can|could|do|are) (?:you|u|ya|yall) (?:pay\\w*|give|offer\\w*)"
					+ "|(?:want|wants|wanna|ready|looking|like|need|needs|willing|open|thinking|interested|considering|trying|have|decided)(?: to| in| of| about)? (?:sell|selling|get rid)"
					+ "|(?:i|we)(?: would|d| will|ll| might| may| am|m| are|re)(?: \\w+)? (?:sell|selling)|(?:yes|yeah|sure|ok) (?:i|we|im|were)(?: am| are)? (?:interested|open)|make an offer|how (?:soon|fast|quick\\w*)"
					+ "|cuanto (?:me |nos )?(?:dan|da|ofrec\\w*|pag\\w*|seria)|(?:quiero|queremos|quisiera|necesito|pienso|vamos a) vender\\w*|hagame una oferta|que oferta)\\b");

	private static final Pattern CHILD = Pattern.compile(
			"\\b(?:(?:im|i am|am) (?:only |just |like )?(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?= (?:years? old|yrs? old|yo|and)\\b|$| [.,!]|[.,!])"
					+ "|(?:im|i am) (?:only |just )?an? (?:kid|child|minor|teen(?:ager)?|student in (?:middle|high|elementary))"
					+ "|(?:im|i am) in (?:(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) grade|(?:elementary|middle|high) school)"
					+ "|my (?:mommy|daddy)|my (?:mom|dad|mother|father|mama|papa|parents?)(?: is| are|s)?(?: not|nt| isnt| arent)? (?:at work|not home|home right now|not here right now) (?:and|so|but)? ?(?:im|i am|i have|i got|its) (?:her|his|their|the|my|alone|playing|using)"
					+ "|(?:this is|its|thats|i have|i got|on|using|playing on) (?:my )?(?:moms?|dads?|mothers?|fathers?|mamas?|papas?|mommys?|daddys?)(?:'s)? (?:phone|cell|ipad|tablet)"
					+ "|my (?:mom|dad|parents) (?:said|says|told me) (?:im|i am|not) (?:not )?(?:allowed|to talk to strangers|supposed to talk)|talk to strangers"
					+ "|tengo (?:[5-9]|1[0-7]) anos(?! (?:viviendo|aqui|en|con|de|trabajando|rentando))|soy (?:menor(?: de edad)?|un nino|una nina)|mi (?:mama|papa|mami|papi) no esta(?: en casa)?|(?:es|tengo) el (?:cel|celular|telefono|tel) de mi (?:mama|papa|mami|papi))");

	private static final String YOU = "(?:you|u|ya|yall|you guys|you people|your company|ur)";

	private static final Pattern ANGER = Pattern.compile("\\b(?:" + "f+u+c*k+(?:ing)? (?:off|" + YOU
			+ ")|fk (?:off|you|u)|f u\\b|(?:go to|burn in|rot in) hell|screw (?:off|" + YOU
			+ ")|kiss my|eat shit|stfu|up yours|piss off|go f\\S* yourself" + "|" + YOU
			+ "(?: are|re| r)? (?:all )?(?:an? |such |the |nothing but |a bunch of |bunch of |some |real |fucking |f\\S*ing |damn )*(?:idiots?|morons?|assholes?|jerks?|vultures?|parasites?|scum(?:bags?)?|leech(?:es)?|bloodsuckers?|scammers?|crooks?|thieves|thief|liars?|pests?|creeps?|clowns?|trash|disgusting|pathetic|shameless|ghouls?|predators?|sharks?|bastards?|annoying|sick)"
			+ "|(?:bloodsuck\\w+|vultures|parasites|scumbags?|ghouls|assholes?|bastards|sons? of bitch\\w*)$"
			+ "|how dare|shame on|have you no shame|(?:" + YOU
			+ ") (?:people )?(?:make me sick|disgust me|piss me off|pissed me off|got some nerve|have some nerve)|you people (?:never|just|keep|wont|are|have|make|should)"
			+ "|(?:sick|tired|fed up|sick and tired)(?: and tired)? (?:of|with) (?:you|u|your|ur|yall|these (?:texts?|messages?|calls?|people)|getting|all (?:these|the|your) (?:texts?|messages?|calls?)|being (?:texted|called|bothered|harassed)|hearing from)"
			+ "|im (?:so |really |very |extremely )?(?:pissed|furious|livid)(?! (?:at|with) (?:my|the|her|him|them|his|our))|pissing me off"
			+ "|(?:your|this|that|ur) (?:\\w+ )?(?:offer |number |price )?(?:is |was )?(?:an? )?(?:insult|insulting|slap in the face|joke of an offer)|insult(?:ing)? (?:me|my intelligence)|are (?:you|u) (?:stupid|deaf|dumb|retarded|out of your mind|insane|crazy(?! (?:busy|about))|blind)|what is wrong with (?:you|u)|whats wrong with (?:you|u) people"
			+ "|ya me tienen? hart[oa]|(?:estoy|estamos|me tienen?) (?:hart[oa]s?|cansad[oa]s?) de (?:ustedes|sus|tus|que|usted)|que (?:poca )?verguenza|(?:son|eres|es usted|sois) (?:unos?|una) (?:\\w+ )?(?:rater[oa]s?|ladrones|ladron|buitres?|estafador\\w*|sinverguenzas?|idiotas?|imbecil\\w*|pendej\\w*)"
			+ "|(?:vete|vayase|vayanse) (?:a la|al) (?:\\w+)|chinga\\w* (?:tu|su|a tu)|hijos? de (?:p\\w+|su)|no me (?:chingues|chinguen|jodas|jodan)|maldit[oa]s (?:sean|buitres|ratas)|que les pasa)");

	private Concerns() {
	}

	/** What the words of a message give reason to leave to a person. */
	public static Set<Concern> in(String message) {
		var wording = Wording.of(message);
		var text = wording.spaced();
		var found = EnumSet.noneOf(Concern.class);
		if (isMourning(text, wording.folded())) {
			found.add(Concern.BEREAVEMENT);
		}
		if (finds(CHILD, text)) {
			found.add(Concern.MINOR);
		}
		if (finds(ANGER, text)) {
			found.add(Concern.ANGER);
		}
		return found;
	}

	private static boolean isMourning(String text, String folded) {
		return finds(DEATH, text) && !finds(LONG_AGO, text) && !finds(BUSINESS, folded);
	}

	private static boolean finds(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find();
	}

}

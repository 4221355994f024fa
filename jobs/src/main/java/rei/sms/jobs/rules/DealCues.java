package rei.sms.jobs.rules;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.message.Gsm;

/**
 * Reads out of a seller's words, English or Spanish, that a price is agreed on or
 * documents are wanted; in doubt it reads nothing.
 */
public final class DealCues {

	private static final String PAPERS = "(?:contracts?|agreements?|paper ?work|papers|docu ?sign|documents?|docs?|contratos?|papeles|documentos?)";

	private static final Pattern AGREES = Pattern
		.compile("\\b(?:deal|(?:its|thats|we have|we got|you have|you got|u got) a deal|done deal"
				+ "|(?:i|we)(?: will| do|ll| both)? (?:accept|agree)(?: (?:it|that|this|to (?:it|that|this|the|your) ?(?:price|offer|number|amount)?|(?:the|your) (?:price|offer|number|amount)))?"
				+ "|accepted|agreed|(?:ill|well|i will|we will) take (?:it|that|your offer|the offer)"
				+ "|(?:that|the|your) (?:price|number|offer|amount) (?:works|is fine|is good|is acceptable)"
				+ "|trato(?: hecho)?|hecho|aceptamos|acepto(?: (?:la|su|tu) oferta| el precio)?|de acuerdo con (?:el precio|la oferta|eso))\\b");

	private static final Pattern AGREES_TO_OFFER = Pattern.compile(
			"(?:(?:yes|yeah|yep|yup|sure|ok|okay|si|claro|dale|va|great|perfect|sounds good|absolutely|definitely)\\b ?)*"
					+ "(?:yes|yeah|yep|yup|sure|si|claro|dale|sounds good|absolutely|definitely|lets do it|let us do it|works for (?:me|us)|that works|we are in|im in|hagamoslo|me parece bien)"
					+ "(?: (?:sir|maam|please|thanks|thank you|gracias|lets do it|works for (?:me|us)|that works))*");

	private static final Pattern DOUBT = Pattern.compile(
			"\\b(?:no|not|never|dont|doesnt|didnt|cant|cannot|wont|wouldnt|isnt|aint|if|unless|but|only|would|could|might|maybe|almost|counter|once|until|when|instead|nunca|pero|solo|quizas|talvez|cuando)\\b|\\d|\\?");

	private static final Pattern WANTS_PAPERS = Pattern.compile(
			"\\b(?:send|sending|email|mail|forward|fax|get|give|have|see|draw up|write up|prepare|bring|need|want|manda|mandame|mande|envia|enviame|envie|prepara|quiero|necesito)\\b(?: \\w+){0,4} "
					+ PAPERS
					+ "\\b|\\bwhere (?:do|can|should) (?:i|we) sign\\b|\\bready to sign\\b|\\bdonde (?:firmo|firmamos)\\b|\\blisto para firmar\\b");

	private static final Pattern HAS_PAPERS = Pattern.compile(
			"\\b(?:(?:i|we)(?: just| already| have| both|ve)* (?:signed|e signed|docusigned)|signed (?:it|the|and|everything)|just signed"
					+ "|(?:got|received|have|opened|read) (?:the|your) " + PAPERS + "|sent (?:it|them|the " + PAPERS
					+ ") back|ya (?:lo )?(?:firme|firmamos)|(?:lo|los) firm(?:e|amos)|recibi (?:el|los) " + PAPERS
					+ ")\\b");

	private static final Pattern NO_PAPERS = Pattern.compile(
			"\\b(?:dont|do not|not|never|wont|will not|cant|cannot|aint|stop|didnt|havent|no)\\b(?: \\w+){0,3} (?:send|sending|sign|signed|signing|need|want|get|mandes|mande|firmar|firme|quiero|necesito)\\b"
					+ "|\\b(?:listing|lease|rental|other|another|under|employment|agents?) " + PAPERS
					+ "\\b|\\bunder contract\\b");

	private static final Pattern ABOUT_PAPERS = Pattern.compile("\\b(?:" + PAPERS
			+ "|page|clause|section|paragraph|line \\d+|addendum|contingency|contingencies|inspection period|earnest money|initials?|signature|sign|pagina|clausula|seccion|firma|firmo|firmar)\\b");

	private static final Pattern ASKS = Pattern.compile(
			"\\?|\\b(?:what|why|how|which|who|when|where|does|is it|can you explain|explain|question|questions|confused|que significa|por que|cuando|como|donde|pregunta|preguntas)\\b");

	private DealCues() {
	}

	/**
	 * Reads a message.
	 * @param asked the stage of our text that it answers
	 */
	public static Set<DealCue> read(String message, @Nullable Stage asked) {
		var text = plain(message);
		var cues = EnumSet.noneOf(DealCue.class);
		if (agrees(text, asked)) {
			cues.add(DealCue.AGREES_ON_PRICE);
		}
		if (!NO_PAPERS.matcher(text).find() && (WANTS_PAPERS.matcher(text).find() || HAS_PAPERS.matcher(text).find())) {
			cues.add(DealCue.DOCUMENTS);
		}
		if (isAfter(asked, Stage.CONTRACT_READY) && ABOUT_PAPERS.matcher(text).find() && ASKS.matcher(text).find()) {
			cues.add(DealCue.DOCUMENT_QUESTION);
		}
		return cues;
	}

	private static boolean agrees(String text, @Nullable Stage asked) {
		if (DOUBT.matcher(text).find() || !isAfter(asked, Stage.PRICE_QUALIFICATION)) {
			return false;
		}
		return AGREES.matcher(text).find()
				|| (asked == Stage.OFFER_FOLLOW_UP && AGREES_TO_OFFER.matcher(text.strip()).matches());
	}

	private static boolean isAfter(@Nullable Stage asked, Stage stage) {
		return asked != null && !asked.isTerminal() && asked.compareTo(stage) >= 0;
	}

	/**
	 * Lower case, no accents, no apostrophes, one space between words; questions keep
	 * their mark.
	 */
	private static String plain(String message) {
		return Normalizer.normalize(Gsm.normalise(message).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("[\\p{M}']", "")
			.replaceAll("[^\\p{L}\\p{N}?]+", " ")
			.strip();
	}

}

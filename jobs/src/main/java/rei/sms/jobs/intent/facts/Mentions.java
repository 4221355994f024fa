package rei.sms.jobs.intent.facts;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;

/** Finds reasons to sell and the state of the house by the words they are told with. */
final class Mentions {

	private static final Map<Reason, Pattern> REASONS = new EnumMap<>(Map.ofEntries(
			reason(Reason.DIVORCE, "divorc\\w*|separat(?:ed|ing|ion)|split(?:ting)? up|my ex|mi ex|nos separamos"),
			reason(Reason.INHERITANCE,
					"inherit\\w*|probate|estate|executor|heirs?|passed away|hered\\w+|herencia|sucesion|albacea|fallecio|left (?:it )?to (?:me|us)"),
			reason(Reason.FORECLOSURE,
					"foreclos\\w*|auction|embarg\\w*|behind on (?:the )?(?:payments?|mortgage|note)|pre ?foreclosure|atrasad\\w+ (?:con|en) (?:los )?pagos"),
			reason(Reason.TAXES, "(?:back |property |owe )?taxes|tax (?:lien|sale|bill)|impuestos"),
			reason(Reason.VACANCY, "vacant|sitting empty|empty|nobody lives|vacia|desocupad\\w+|abandonad\\w+"),
			reason(Reason.TENANTS,
					"(?:bad|awful|terrible|problem) tenants?|evict\\w*|tired (?:of being a )?landlord|squatters?|tired of (?:the )?(?:tenants?|renters?|landlording)|desaloj\\w+|inquilinos?"),
			reason(Reason.MOVE,
					"mov(?:e|ed|ing) (?:to|out|away|closer|back)|relocat\\w*|transferred|new job in|mud\\w+(?:nos|me)?|mudanza"),
			reason(Reason.ILLNESS,
					"cancer|sick|ill(?:ness)?|hospital|stroke|dementia|alzheimers|nursing home|assisted living|surgery|disab\\w+|enferm\\w+|salud"),
			reason(Reason.JOB_LOSS, "laid off|lost my job|unemployed|out of work|sin trabajo|perdi (?:mi|el) trabajo"),
			reason(Reason.TOO_BIG,
					"too big|downsiz\\w*|too much (?:house|yard|upkeep|work)|cant keep (?:it )?up|muy grande|stairs"),
			reason(Reason.RETIREMENT, "retir(?:e|ed|ing|ement)|jubil\\w+"), reason(Reason.DEBT,
					"debts?|bankrupt\\w*|need (?:the )?(?:money|cash)|cant afford|medical bills|deudas?|bancarrota")));

	private static final Map<Condition, Pattern> CONDITIONS = new EnumMap<>(Map.ofEntries(
			condition(Condition.ROOF, "roof\\w*|shingles?|techo|tejado"),
			condition(Condition.FOUNDATION, "foundation|cracks? in|slab|sinking|pier and beam|cimientos?"),
			condition(Condition.HEATING_AND_COOLING,
					"hvac|a ?c|air condition\\w*|furnace|heater|heating|boiler|aire acondicionado|calefaccion"),
			condition(Condition.PLUMBING, "plumb\\w*|pipes?|sewer|septic|plomeria|tuberia\\w*|drenaje"),
			condition(Condition.WIRING, "wiring|electric\\w*|breaker|panel|cableado"),
			condition(Condition.KITCHEN_OR_BATH, "kitchens?|bath(?:room)?s?|cocina|banos?"),
			condition(Condition.MOLD_OR_WATER,
					"mold|mildew|flood\\w*|water damage|leak\\w*|moho|goteras?|inund\\w+|humedad"),
			condition(Condition.FIRE_OR_STORM,
					"fire damage|burn(?:ed|t)|hurricane|tornado|hail|storm damage|huracan|incendio|quemad\\w+"),
			condition(Condition.NEEDS_WORK,
					"needs? (?:\\w+ ){0,3}(?:work|repairs?|everything|tlc|updating|fixing|paint|floors?)|fixer|gutted|rough shape|run ?down|tear ?down|handyman|necesita (?:\\w+ ){0,2}(?:arreglos?|reparacion\\w*|trabajo)|hay que arreglar"),
			condition(Condition.GOOD_SHAPE,
					"(?:good|great|excellent|perfect|mint|nice) (?:shape|condition)|move in ready|turn ?key|remodel\\w*|renovat\\w*|updated|brand new|buen\\w* (?:estado|condicion\\w*)|remodelad\\w+|como nueva"),
			condition(Condition.RENTED, "rented|tenants?|leased?|section 8|rentada|inquilinos?"),
			condition(Condition.EMPTY, "vacant|empty|nobody lives|vacia|desocupad\\w+")));

	private Mentions() {
	}

	static Set<Reason> reasons(Wording wording) {
		return found(REASONS, EnumSet.noneOf(Reason.class), wording);
	}

	static Set<Condition> conditions(Wording wording) {
		return found(CONDITIONS, EnumSet.noneOf(Condition.class), wording);
	}

	private static <T> Set<T> found(Map<T, Pattern> words, Set<T> found, Wording wording) {
		String text = wording.spaced();
		words.forEach((mention, pattern) -> {
			if (pattern.matcher(text).find()) {
				found.add(mention);
			}
		});
		return found;
	}

	private static Map.Entry<Reason, Pattern> reason(Reason reason, String words) {
		return Map.entry(reason, Pattern.compile("\\b(?:" + words + ")\\b"));
	}

	private static Map.Entry<Condition, Pattern> condition(Condition condition, String words) {
		return Map.entry(condition, Pattern.compile("\\b(?:" + words + ")\\b"));
	}

}

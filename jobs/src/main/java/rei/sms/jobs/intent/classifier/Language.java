package rei.sms.jobs.intent.classifier;

import java.util.Set;

import rei.sms.db.wording.Wording;

/** The language in which a reply should be answered. */
public enum Language {

	EN, ES;

	private static final Set<String> SPANISH = Set.of("el", "la", "los", "las", "un", "una", "de", "del", "que", "en",
			"es", "por", "para", "con", "si", "mi", "su", "tu", "yo", "pero", "como", "mas", "ya", "esta", "este",
			"esa", "ese", "eso", "esto", "soy", "casa", "gracias", "hola", "usted", "ustedes", "quien", "cuanto",
			"cuando", "donde", "porque", "muy", "tambien", "ahora", "ahorita", "vender", "vendo", "vendi", "venta",
			"dinero", "precio", "quiero", "quiere", "tengo", "tiene", "puede", "puedo", "estoy", "esposo", "esposa",
			"mensajes", "mensaje", "numero", "senor", "senora", "buenas", "buenos", "dias", "tardes", "noches",
			"interesa", "interesada", "interesado", "mande", "manden", "deje", "dejen", "dejame", "nada", "nomas",
			"pues", "bueno", "claro", "oferta", "ofrece", "dueno", "duena", "equivocado", "manana", "luego", "despues",
			"mil", "le", "les", "se", "lo", "al", "nos", "mis", "sus", "alguien", "nadie", "propiedad", "porfavor",
			"favor", "adios", "vale", "simon", "orale", "fue", "hace", "anos", "ano", "meses", "mes", "semana", "hay",
			"son", "era", "han", "he", "ha", "vivo", "vive", "murio", "fallecio", "papa", "mama", "techo", "renta",
			"rentada", "alto", "baja", "basta", "escriba", "escriban", "llame", "llamame", "q", "xq", "pq", "tmb");

	private static final Set<String> SHARED = Set.of("la", "los", "de", "he", "son", "me", "no", "a", "el", "en", "as",
			"has", "an", "un", "su", "mi", "ha", "al", "es", "mil", "vale", "alto", "q", "hay", "renta", "papa", "mama",
			"casa", "se", "lo", "le", "tu", "si");

	private static final Set<String> ENGLISH = Set.of("the", "is", "are", "you", "i", "my", "to", "and", "of", "it",
			"this", "that", "not", "do", "dont", "im", "for", "what", "how", "who", "your", "we", "was", "have", "with",
			"house", "sell", "offer", "price", "call", "text", "but", "if", "on", "its", "yes", "just", "can", "will",
			"at", "be", "when", "they", "want", "stop", "please", "know", "would", "about", "there", "thats");

	/**
	 * Spanish when the words that only Spanish has outweigh those that only English has.
	 */
	public static Language of(Wording wording) {
		double spanish = 0;
		double english = 0;
		for (String word : wording.words()) {
			spanish += SPANISH.contains(word) ? (SHARED.contains(word) ? 0.6 : 1) : 0;
			english += ENGLISH.contains(word) ? 1 : 0;
		}
		return (spanish > english) ? ES : EN;
	}

}

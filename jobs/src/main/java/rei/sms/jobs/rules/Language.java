package rei.sms.jobs.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages in which sellers write and are answered. */
public enum Language {

	/** English. */
	EN("a about after again all also am an and any anything are as ask at back be because been before being better but by"
			+ " call can check could day did do does done for from get getting give glad go good got great had happy has have"
			+ " he hear help her here him his home hope house how i if in into is it its just know let like ll long look love"
			+ " me mean moment month more morning much my need needs new next nice no not now of off ok okay old on one only"
			+ " open or other our out over owner own people please problem property quick re ready really reply right same"
			+ " say see sell selling send set she should so some someone soon sorry sound sounds still sure take talk tell text"
			+ " than thank thanks that the their them then there they thing think this time to today tomorrow too understand"
			+ " understood up us ve very wait was way we week well were what when where which who why will with work works"
			+ " would year yes you your yours repairs roof vacant welcome noted apologies"),

	/** Spanish. */
	ES("a ahi ahora al algo alguien alguna anda aqui asi aun bien buen buena buenas bueno buenos cada casa cerca claro"
			+ " como con cosa cuando cuantos cuanto cuarto cual de del desde despues dia dias digame donde dueno el ella"
			+ " ellos en entiendo entendido era eres es esa ese eso esta estan estaba este esto estoy favor fue gracias gusta"
			+ " gustaria gusto ha hablar hace hacer han hasta hay hola hoy interesa la las le les listo lo los luego mal manana"
			+ " mas me mejor mensaje mensajes mes mi mis momento mucha mucho muy nada necesita ninguna no nos nosotros nuestra"
			+ " nuestro o otra otro para pero por porque precio primero problema propiedad puede pueda que quien quiere quiera"
			+ " reparaciones saber se sea senor senora ser seria si sin sobre solo somos son soy su sus tal tambien tan te techo"
			+ " tengo tiempo tiene tienen todavia todo tomese tu un una uno usted ustedes va vamos vender venta vez vive vivo y"
			+ " ya yo");

	private static final Map<Language, Set<String>> EVERYDAY = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap((language) -> language, (language) -> Set.of(language.words.split(" "))));

	private final String words;

	Language(String words) {
		this.words = words;
	}

	/**
	 * The language of a text by its everyday words; empty when it has none, or as many of
	 * one as of the other.
	 */
	public static Optional<Language> of(String text) {
		var words = words(text);
		long english = EN.count(words);
		long spanish = ES.count(words) + (text.matches("(?s).*[¿¡ñÑ].*") ? 1 : 0);
		if (english == spanish) {
			return Optional.empty();
		}
		return Optional.of((english > spanish) ? EN : ES);
	}

	/** How many of a text's words are everyday words of this language. */
	long count(String[] words) {
		return Arrays.stream(words).filter(Objects.requireNonNull(EVERYDAY.get(this))::contains).count();
	}

	static String[] words(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("[\\p{M}'’]", "")
			.replaceAll("[^\\p{L}]+", " ")
			.strip()
			.split(" ");
	}

}

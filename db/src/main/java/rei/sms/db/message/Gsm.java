package rei.sms.db.message;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The alphabet of cheap texts, GSM-7, and how to stay within it. */
public final class Gsm {

	private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ"
			+ " !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

	private static final String EXTENDED = "^{}\\[~]|€\f";

	private static final Map<Integer, String> TYPOGRAPHIC = typographic();

	private Gsm() {
	}

	/**
	 * Turns typographic quotes, dashes, spaces and dots into their plain forms; every
	 * other character stays.
	 */
	public static String normalise(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC)
			.codePoints()
			.mapToObj((point) -> TYPOGRAPHIC.getOrDefault(point, Character.toString(point)))
			.collect(Collectors.joining());
	}

	/**
	 * Normalises and writes letters that GSM-7 lacks without their accent, so that a
	 * Spanish text costs no more than an English one; {@code ñ}, {@code é} and the like
	 * stay.
	 */
	public static String fold(String text) {
		return normalise(text).codePoints().mapToObj(Gsm::folded).collect(Collectors.joining());
	}

	/** Whether a text can be sent in GSM-7. */
	public static boolean isGsm(String text) {
		return text.chars().allMatch((unit) -> septets((char) unit) > 0);
	}

	/** How many septets a character takes: 0 when GSM-7 lacks it. */
	static int septets(char unit) {
		return (BASIC.indexOf(unit) >= 0) ? 1 : (EXTENDED.indexOf(unit) >= 0) ? 2 : 0;
	}

	private static String folded(int point) {
		var letter = Character.toString(point);
		if (isGsm(letter) || !Character.isLetter(point)) {
			return letter;
		}
		var plain = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		return (!plain.isEmpty() && isGsm(plain)) ? plain : letter;
	}

	private static Map<Integer, String> typographic() {
		var plain = new HashMap<Integer, String>();
		put(plain, "‘’‚‛′‵´`ʼʹ＇", "'");
		put(plain, "“”„‟″‶«»＂", "\"");
		put(plain, "‹", "<");
		put(plain, "›", ">");
		put(plain, "‐‑‒–—―−﹘﹣－", "-");
		put(plain, "…", "...");
		put(plain, "•‣·∙", "-");
		put(plain, "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t",
				" ");
		put(plain, "\u2028\u2029\u0085", "\n");
		put(plain, "\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF", "");
		put(plain, "⁄", "/");
		put(plain, "×", "x");
		put(plain, "™", "(TM)");
		put(plain, "®", "(R)");
		put(plain, "©", "(C)");
		return Map.copyOf(plain);
	}

	private static void put(Map<Integer, String> plain, String characters, String replacement) {
		characters.codePoints().forEach((point) -> plain.put(point, replacement));
	}

}

package rei.sms.db.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One message with case, accents, apostrophes, invisible characters and look-alike
 * letters folded away.
 *
 * @param folded the whole text, punctuation, digits and emoji kept, a line's end a slash
 * @param words its letters and digits only, a spelled-out word ("s t o p") joined
 */
public record Wording(String folded, List<String> words) {

	/** Longer bodies are cut here: ten segments say all that can be read from them. */
	private static final int LONGEST = 1600;

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\x{FE0F}\\x{FE0E}'’‘`´ʼ]+");

	private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\r\n]+\\s*");

	private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

	public Wording {
		words = List.copyOf(words);
	}

	public static Wording of(String text) {
		String folded = fold(text);
		return new Wording(folded, split(folded));
	}

	/** The words with one space between them. */
	public String spaced() {
		return String.join(" ", this.words);
	}

	private static String fold(String text) {
		String bounded = (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
		String bare = isPlain(bounded) ? bounded.replace("'", "").replace("`", "") : bare(bounded);
		String lines = inOneLine(latin(bare.toLowerCase(Locale.ROOT)).strip());
		return isSpaced(lines) ? lines : BLANK.matcher(lines).replaceAll(" ").strip();
	}

	/** Whether one plain space stands wherever there is a blank. */
	private static boolean isSpaced(String text) {
		return text.indexOf("  ") < 0 && isWithin(text, ' ');
	}

	/** Most texts are: nothing in them can be folded but the apostrophes. */
	private static boolean isPlain(String text) {
		return isWithin(text, 0);
	}

	/** Whether all letters are ASCII, from {@code lowest} on. */
	private static boolean isWithin(String text, int lowest) {
		for (int at = 0; at < text.length(); at++) {
			if (text.charAt(at) < lowest || text.charAt(at) >= 0x80) {
				return false;
			}
		}
		return true;
	}

	private static String inOneLine(String text) {
		boolean oneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
		return oneLine ? text : LINE_ENDS.matcher(text).replaceAll(" / ");
	}

	private static String bare(String text) {
		String seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
		return ACCENTS.matcher(Normalizer.normalize(seen, Normalizer.Form.NFD)).replaceAll("");
	}

	private static String latin(String text) {
		var letters = text.toCharArray();
		for (int i = 0; i < letters.length; i++) {
			letters[i] = Lookalikes.latin(letters[i]);
		}
		return new String(letters);
	}

	private static List<String> split(String folded) {
		var words = new ArrayList<String>();
		var spelled = new ArrayList<String>();
		for (int begin = begin(folded, 0), end; begin < folded.length(); begin = begin(folded, end)) {
			end = end(folded, begin);
			String word = folded.substring(begin, end);
			if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
				spelled.add(word);
				continue;
			}
			join(spelled, words);
			words.add(word);
		}
		join(spelled, words);
		return words;
	}

	private static int begin(String text, int from) {
		int at = from;
		while (at < text.length() && !isInWords(text.codePointAt(at))) {
			at += Character.charCount(text.codePointAt(at));
		}
		return at;
	}

	private static int end(String text, int from) {
		int at = from;
		while (at < text.length() && isInWords(text.codePointAt(at))) {
			at += Character.charCount(text.codePointAt(at));
		}
		return at;
	}

	private static boolean isInWords(int letter) {
		if (letter >= 'a' && letter <= 'z') {
			return true;
		}
		return Character.isLetter(letter) || switch (Character.getType(letter)) {
			case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
			default -> false;
		};
	}

	/**
	 * Three single letters in a row are a word spelled out; fewer stand for themselves.
	 */
	private static void join(List<String> spelled, List<String> words) {
		if (spelled.size() >= 3) {
			words.add(String.join("", spelled));
		}
		else {
			words.addAll(spelled);
		}
		spelled.clear();
	}

}

package rei.sms.jobs.intent.classifier;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** Cuts a reply into the pieces of words that the encoder was trained on. */
final class WordPieces {

	/** Longer replies are cut: what they are about stands at their beginning. */
	private static final int LONGEST = 96;

	private static final int LONGEST_WORD = 100;

	/** Read as a stream and each name once: a tree takes three times as long. */
	private static final JsonFactory JSON = JsonFactory.builder()
		.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
		.build();

	private final Map<String, Integer> vocabulary;

	private final int begin;

	private final int separator;

	private final int unknown;

	private WordPieces(Map<String, Integer> vocabulary) {
		this.vocabulary = vocabulary;
		this.begin = vocabulary.getOrDefault("[CLS]", 0);
		this.separator = vocabulary.getOrDefault("[SEP]", 0);
		this.unknown = vocabulary.getOrDefault("[UNK]", 0);
	}

	/**
	 * @param tokenizer the JSON description that comes with the encoder
	 */
	static WordPieces read(InputStream tokenizer) {
		var pieces = new HashMap<String, Integer>(1 << 16);
		try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), tokenizer)) {
			toVocabulary(json);
			while (json.nextToken() == JsonToken.PROPERTY_NAME) {
				pieces.put(json.currentName(), json.nextIntValue(0));
			}
		}
		return new WordPieces(pieces);
	}

	private static void toVocabulary(JsonParser json) {
		do {
			if (json.nextToken() == null) {
				throw new IllegalStateException("the tokenizer has no vocabulary");
			}
		}
		while (json.currentToken() != JsonToken.START_OBJECT || !"vocab".equals(json.currentName()));
	}

	/** The reply's pieces as the first segment, the hint's as the second. */
	Pieces cut(String reply, String hint) {
		var ids = new ArrayList<Integer>();
		ids.add(this.begin);
		List<Integer> said = pieces(reply);
		ids.addAll(said.subList(0, Math.min(LONGEST, said.size())));
		ids.add(this.separator);
		int first = ids.size();
		ids.addAll(pieces(hint));
		ids.add(this.separator);
		return new Pieces(ids.stream().mapToLong(Integer::longValue).toArray(), first);
	}

	private List<Integer> pieces(String text) {
		var pieces = new ArrayList<Integer>();
		for (String word : words(text)) {
			addPieces(word, pieces);
		}
		return pieces;
	}

	private static List<String> words(String text) {
		var words = new ArrayList<String>();
		var word = new StringBuilder();
		Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).codePoints().forEach((letter) -> {
			if (isSilent(letter)) {
				return;
			}
			boolean alone = isPunctuation(letter);
			if (alone || Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
				end(word, words);
			}
			if (alone) {
				words.add(Character.toString(letter));
			}
			else if (!Character.isWhitespace(letter) && !Character.isSpaceChar(letter)) {
				word.appendCodePoint(letter);
			}
		});
		end(word, words);
		return words;
	}

	private static void end(StringBuilder word, List<String> words) {
		if (!word.isEmpty()) {
			words.add(word.toString());
			word.setLength(0);
		}
	}

	private static boolean isSilent(int letter) {
		int type = Character.getType(letter);
		return type == Character.NON_SPACING_MARK || type == Character.FORMAT
				|| (type == Character.CONTROL && !Character.isWhitespace(letter));
	}

	private static boolean isPunctuation(int letter) {
		return switch (Character.getType(letter)) {
			case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
					Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
					Character.OTHER_PUNCTUATION ->
				true;
			default -> letter > ' ' && letter < 0x7f && !Character.isLetterOrDigit(letter);
		};
	}

	private void addPieces(String word, List<Integer> pieces) {
		int known = pieces.size();
		int from = 0;
		while (from < word.length()) {
			int to = (word.length() > LONGEST_WORD) ? from : longestPiece(word, from);
			if (to == from) {
				pieces.subList(known, pieces.size()).clear();
				pieces.add(this.unknown);
				return;
			}
			pieces.add(this.vocabulary.getOrDefault(piece(word, from, to), this.unknown));
			from = to;
		}
	}

	private int longestPiece(String word, int from) {
		for (int to = word.length(); to > from; to--) {
			if (this.vocabulary.containsKey(piece(word, from, to))) {
				return to;
			}
		}
		return from;
	}

	private static String piece(String word, int from, int to) {
		return (from == 0) ? word.substring(0, to) : "##" + word.substring(from, to);
	}

	/**
	 * A reply as the encoder reads it.
	 *
	 * @param second where the second segment begins
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Pieces(long[] ids, int second) {

		int length() {
			return this.ids.length;
		}

	}

}

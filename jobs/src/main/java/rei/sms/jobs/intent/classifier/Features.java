package rei.sms.jobs.intent.classifier;

import java.util.List;
import java.util.regex.Pattern;

import rei.sms.db.wording.NGrams;
import rei.sms.db.wording.Sparse;
import rei.sms.db.wording.Wording;

/**
 * What the learned heads see of a reply: its n-grams, its figures, and what we had asked.
 */
final class Features {

	/** Buckets as a power of two: 3.5 MB for fourteen labels. */
	static final int BITS = 18;

	private static final List<Sign> SIGNS = List.of(
			sign("price",
					"\\$ ?\\d|\\b\\d{2,3} ?k\\b|\\b\\d{3},\\d{3}\\b|\\b\\d{3}000\\b"
							+ "|\\b\\d(?:\\.\\d+)? ?(?:m|mil|million|mill|millones)\\b|\\b\\d{2,3} mil\\b"),
			sign("bare figure", "\\b[1-9]\\d{2}\\b(?! ?(?:days|dias|years|anos|main|st|ave|sq|am|pm))"),
			sign("number", "\\d"), sign("question", "\\?"), sign("exclaims", "!"),
			sign("time of day", "\\b\\d{1,2} ?(?::\\d\\d)? ?(?:am|pm)\\b"),
			sign("span",
					"\\b(?:\\d+|a|an|few|couple|one|two|three|six|un|una|dos|tres|seis) ?(?:of )?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|dias?|semanas?|mes|meses|anos?)\\b"),
			sign("percent", "%|percent|por ciento"), sign("link", "https?:|www\\.|@\\S+\\.|\\.com\\b"),
			sign("phone", "\\b\\d{3}[ .-]?\\d{3}[ .-]?\\d{4}\\b"), sign("negated sale",
					"\\b(?:not|no|dont|never|wont|aint|isnt|nunca|ni)\\b(?: \\S+){0,3} (?:sell|selling|sale|sold|vend\\w*|venta|interested|interes\\w*|market)\\b"));

	private Features() {
	}

	static Sparse of(Example example) {
		return of(Wording.of(example.text()), example.context());
	}

	static Sparse of(Wording wording, Context context) {
		var features = new Sparse.Builder(BITS);
		NGrams.addTo(features, wording);
		features.add("asked " + context, 0.5f);
		features.add("length " + (int) Math.sqrt(wording.words().size()) + " " + context, 0.3f);
		if (wording.words().size() <= 3) {
			features.add("says " + wording.spaced(), 0.5f);
			features.add("says " + wording.spaced() + " to " + context, 1);
		}
		addWordsInContext(features, wording, context);
		for (Sign sign : SIGNS) {
			if (sign.wording().matcher(wording.folded()).find()) {
				features.add("sign " + sign.name(), 0.5f);
				features.add("sign " + sign.name() + " " + context, 0.4f);
			}
		}
		return features.build();
	}

	private static void addWordsInContext(Sparse.Builder features, Wording wording, Context context) {
		float weight = (float) (0.6 / Math.sqrt(Math.max(1, wording.words().size())));
		wording.words().forEach((word) -> features.add("x " + word + " " + context, weight));
		if (!wording.words().isEmpty()) {
			features.add("first " + wording.words().getFirst(), 0.4f);
			features.add("first " + wording.words().getFirst() + " " + context, 0.3f);
		}
	}

	private static Sign sign(String name, String wording) {
		return new Sign(name, Pattern.compile(wording));
	}

	private record Sign(String name, Pattern wording) {
	}

}

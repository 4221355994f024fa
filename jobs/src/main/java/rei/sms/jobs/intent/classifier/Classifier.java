package rei.sms.jobs.intent.classifier;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.optout.OptOutReader;
import rei.sms.db.optout.OptOutReader.Assessment;
import rei.sms.db.wording.Wording;

/**
 * Says what a seller's reply is about, whether it asks us to stop, and how sure that is.
 * Safe for many threads; the encoder is loaded with the first reply, so that a process
 * that never classifies never pays for it.
 */
public final class Classifier {

	/** Changes with every model, feature or rule: kept with each classification. */
	public static final String VERSION = "embedded-2";

	private static final AiIntent[] TOPICS = AiIntent.values();

	private static final double SURE_OF_BARE_REPLY = 0.97;

	private final String version;

	private final OptOutReader optOuts;

	private final Heads heads;

	private Classifier(String version, OptOutReader optOuts, Heads heads) {
		this.version = version;
		this.optOuts = optOuts;
		this.heads = heads;
	}

	/** The classifier with the models of this build. */
	public static Classifier load() {
		return of(VERSION, Heads.load());
	}

	static Classifier of(String version, Heads heads) {
		return new Classifier(version, OptOutReader.load(), heads);
	}

	/** Reads a reply to a text that went out at the stage; {@code null} when none did. */
	public Classification classify(String text, @Nullable Stage lastOutbound) {
		return classify(text, Context.following(lastOutbound));
	}

	/** Reads a reply to what we had asked. */
	public Classification classify(String text, Context context) {
		Wording wording = Wording.of(text);
		Assessment asked = this.optOuts.assess(text);
		return BareReply.topic(wording, context)
			.filter((_) -> !asked.isStop())
			.map((topic) -> bare(topic, wording, context))
			.orElseGet(() -> read(text, wording, context, asked));
	}

	/** A word or two needs no encoder. */
	private Classification bare(AiIntent topic, Wording wording, Context context) {
		return new Classification(topic, false, false, true, SURE_OF_BARE_REPLY, "bare reply to " + context.key(),
				Language.of(wording), this.version);
	}

	private Classification read(String text, Wording wording, Context context, Assessment asked) {
		Language language = Language.of(wording);
		Opinion words = this.heads.of(Features.of(wording, context), asked.logOdds());
		Opinion opinion = Fusion.of(language).join(words, Loaded.MEANINGS.of(text, context));
		boolean optOut = asked.isStop() || opinion.optOut() > Fusion.ASKS_US_TO_STOP;
		boolean threat = Threats.in(wording) || opinion.threat() > 0;
		Topic topic = likeliest(opinion);
		return new Classification(topic.aiIntent(), optOut, threat, opinion.willing() > 0, topic.confidence(),
				"wording and meaning", language, this.version);
	}

	private static Topic likeliest(Opinion opinion) {
		float[] shares = Softmax.of(opinion.topics());
		int best = 0;
		for (int i = 1; i < shares.length; i++) {
			best = (shares[i] > shares[best]) ? i : best;
		}
		return new Topic(TOPICS[best], shares[best]);
	}

	private record Topic(AiIntent aiIntent, double confidence) {
	}

	/** Loaded when first asked for, once for the process. */
	private static final class Loaded {

		static final Meanings MEANINGS = Meanings.load();

	}

}

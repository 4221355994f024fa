package rei.sms.jobs.intent.classifier;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;

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
	public static final String VERSION = "embedded-6";

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
		return classify(List.of(new Reply(text, context))).getFirst();
	}

	/** Reads many replies in less time, each as it would be read alone. */
	public List<Classification> classify(List<Reply> replies) {
		List<Draft> drafts = replies.stream().map(this::draft).toList();
		Iterator<Opinion> meanings = meanings(drafts.stream().filter(Draft::needsMeaning).map(Draft::reply).toList())
			.iterator();
		return drafts.stream()
			.map((draft) -> draft.needsMeaning() ? read(draft, meanings.next()) : bare(draft))
			.toList();
	}

	private Draft draft(Reply reply) {
		Wording wording = Wording.of(reply.text());
		Assessment asked = this.optOuts.assess(reply.text());
		return new Draft(reply, wording, asked,
				asked.isStop() ? null : BareReply.topic(wording, reply.context()).orElse(null));
	}

	private static List<Opinion> meanings(List<Reply> replies) {
		return replies.isEmpty() ? List.of() : Loaded.MEANINGS.of(replies);
	}

	/** A word or two needs no encoder. */
	private Classification bare(Draft draft) {
		return new Classification(Objects.requireNonNull(draft.topic()), false, false, false, true, SURE_OF_BARE_REPLY,
				"bare reply to " + draft.reply().context().key(), Language.of(draft.wording()), this.version);
	}

	private Classification read(Draft draft, Opinion meaning) {
		Wording wording = draft.wording();
		Language language = Language.of(wording);
		Opinion words = this.heads.of(Features.of(wording, draft.reply().context()), draft.asked().logOdds());
		Opinion opinion = Fusion.of(language).join(words, meaning);
		boolean optOut = draft.asked().isStop() || opinion.optOut() > Fusion.ASKS_US_TO_STOP;
		boolean doubtfulStop = optOut && !draft.asked().isKeyword() && opinion.optOut() < Fusion.SURELY_ASKS_US_TO_STOP;
		boolean threat = Threats.in(wording) || opinion.threat() > 0;
		Topic topic = likeliest(opinion);
		return new Classification(topic.aiIntent(), optOut, doubtfulStop, threat, opinion.willing() > 0,
				topic.confidence(), "wording and meaning", language, this.version);
	}

	private static Topic likeliest(Opinion opinion) {
		float[] shares = Softmax.of(opinion.topics());
		int best = 0;
		for (int i = 1; i < shares.length; i++) {
			best = (shares[i] > shares[best]) ? i : best;
		}
		return new Topic(TOPICS[best], shares[best]);
	}

	/**
	 * A reply before its meaning is known.
	 *
	 * @param topic what a word or two says, null for anything longer
	 */
	private record Draft(Reply reply, Wording wording, Assessment asked, @Nullable AiIntent topic) {

		boolean needsMeaning() {
			return this.topic == null;
		}

	}

	private record Topic(AiIntent aiIntent, double confidence) {
	}

	/** Loaded when first asked for, once for the process. */
	private static final class Loaded {

		static final Meanings MEANINGS = Meanings.load();

	}

}

package rei.sms.jobs.intent.classifier;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.optout.OptOutReader;
import rei.sms.db.optout.Request;
import rei.sms.db.wording.Sparse;
import rei.sms.db.wording.Wording;

/**
 * Says what a seller's reply is about, whether it asks us to stop, and how sure that is.
 */
public final class Classifier {

	private static final AiIntent[] TOPICS = AiIntent.values();

	private static final double THREATENS = 0.5;

	private final OptOutReader optOuts;

	private final Heads heads;

	Classifier(OptOutReader optOuts, Heads heads) {
		this.optOuts = optOuts;
		this.heads = heads;
	}

	/** The classifier with the models of this build. */
	public static Classifier load() {
		return new Classifier(OptOutReader.load(), Heads.load());
	}

	/** Reads a reply to a text that went out at the stage; {@code null} when none did. */
	public Classification classify(String text, @Nullable Stage lastOutbound) {
		return classify(text, Context.following(lastOutbound));
	}

	public Classification classify(String text, Context context) {
		Wording wording = Wording.of(text);
		Sparse features = Features.of(wording, context);
		boolean optOut = this.optOuts.read(text) instanceof Request.Stop;
		boolean threat = Threats.in(wording) || this.heads.threat(features) > THREATENS;
		Topic topic = topic(wording, context, features);
		return new Classification(topic.aiIntent(), optOut, threat, this.heads.willing(features) >= 0.5f,
				topic.confidence(), topic.reason(), Language.of(wording), this.heads.topic().version());
	}

	private Topic topic(Wording wording, Context context, Sparse features) {
		Optional<AiIntent> bare = BareReply.topic(wording, context);
		if (bare.isPresent()) {
			return new Topic(bare.get(), 0.97, "bare reply to " + context.key());
		}
		float[] shares = this.heads.topics(features);
		int best = 0;
		for (int i = 1; i < shares.length; i++) {
			best = (shares[i] > shares[best]) ? i : best;
		}
		return new Topic(TOPICS[best], shares[best], "wording");
	}

	private record Topic(AiIntent aiIntent, double confidence, String reason) {
	}

}

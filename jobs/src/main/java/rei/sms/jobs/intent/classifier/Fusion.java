package rei.sms.jobs.intent.classifier;

/**
 * Makes one opinion of what wording and meaning say. The weights were fitted on voices
 * that neither had read, so that the shares that come out are how often they are right.
 *
 * @param wording how much the n-grams count
 * @param meaning how much the encoder counts
 */
record Fusion(float wording, float meaning) {

	/** The log odds from which a reply is a stop that the webhook's reader missed. */
	static final float ASKS_US_TO_STOP = 0;

	/** Below these log odds a stop is honoured, and a person looks at it. */
	static final float SURELY_ASKS_US_TO_STOP = 2;

	/** The encoder was raised on English. */
	private static final Fusion ENGLISH = new Fusion(0.7f, 0.5f);

	private static final Fusion SPANISH = new Fusion(1.0f, 0.5f);

	static Fusion of(Language language) {
		return switch (language) {
			case EN -> ENGLISH;
			case ES -> SPANISH;
		};
	}

	Opinion join(Opinion words, Opinion meaning) {
		float[] topics = new float[words.topics().length];
		float[] ofWords = Softmax.logarithms(words.topics());
		float[] ofMeaning = Softmax.logarithms(meaning.topics());
		for (int i = 0; i < topics.length; i++) {
			topics[i] = this.wording * ofWords[i] + this.meaning * ofMeaning[i];
		}
		return new Opinion(topics, meaning.optOut() + words.optOut(), words.willing() + meaning.willing(),
				words.threat() + meaning.threat());
	}

}

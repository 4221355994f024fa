package rei.sms.jobs.intent;

import org.jspecify.annotations.Nullable;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.model.ModelReading;
import rei.sms.jobs.intent.classifier.Classification;

/**
 * What the classifier and the AI engines make of a message together: an engine may add a
 * stop or a threat, never cancel one.
 *
 * @param doubtfulStop whether a person should look at the stop
 * @param engine the engine that decided, null for the classifier
 */
record Agreed(AiIntent aiIntent, boolean optOut, boolean doubtfulStop, boolean threat, boolean willing,
		double confidence, @Nullable ProcessedBy engine, String reason) {

	static Agreed of(Classification read, @Nullable ModelReading second) {
		if (second == null) {
			return alone(read, read.reason());
		}
		var aiIntent = second.aiIntent();
		if (aiIntent == null) {
			return alone(read, read.reason() + "; " + second.reason());
		}
		return new Agreed(aiIntent, read.optOut() || second.optOut(), read.doubtfulStop() && !second.optOut(),
				read.threat() || second.threat(), second.willing(), second.confidence(), second.engine(),
				second.reason());
	}

	private static Agreed alone(Classification read, String reason) {
		return new Agreed(read.aiIntent(), read.optOut(), read.doubtfulStop(), read.threat(), read.willing(),
				read.confidence(), null, reason);
	}

}

package rei.sms.ops.threads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One message of a thread, with what the engine made of it and the way it went.
 *
 * @param status how far it got, in the seed's word
 * @param writer who wrote or decided it
 * @param why what its understanding rests on
 * @param facts what was found in it
 */
public record Message(UUID id, boolean isOurs, String body, Instant at, @Nullable String status,
		@Nullable String writer, @Nullable String intent, @Nullable String aiIntent, @Nullable Double confidence,
		@Nullable String classifier, @Nullable String why, @Nullable String stage, Map<String, String> facts,
		@Nullable String promotion, @Nullable String reply, @Nullable String campaign, @Nullable String sid,
		@Nullable String error, @Nullable String airtableId, boolean isInAirtable, List<WayStep> way) {

	/**
	 * One step of a message's way.
	 *
	 * @param tone good, bad, or plain
	 */
	public record WayStep(Instant at, String what, String tone) {
	}

	Message with(List<WayStep> way) {
		return new Message(this.id, this.isOurs, this.body, this.at, this.status, this.writer, this.intent,
				this.aiIntent, this.confidence, this.classifier, this.why, this.stage, this.facts, this.promotion,
				this.reply, this.campaign, this.sid, this.error, this.airtableId, this.isInAirtable, way);
	}

}

package rei.sms.db.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One message as people read it: the seed's labels, not our names for them. */
public record ThreadMessage(UUID conversationId, @Nullable String sid, String direction, String sellerPhone,
		@Nullable String ourNumber, String body, @Nullable String status, @Nullable String stage,
		@Nullable String processedBy, @Nullable String aiIntent, @Nullable String intent, @Nullable Double confidence,
		@Nullable String linkedTo, @Nullable UUID leadId, @Nullable UUID prospectId, @Nullable UUID campaignId,
		@Nullable UUID duplicateOf, @Nullable String promotion, @Nullable String reply, @Nullable String error,
		Instant at, @Nullable Instant sentAt, @Nullable Instant deliveredAt, @Nullable String airtableRecordId,
		@Nullable String summary, @Nullable String classifier, @Nullable Told facts) {
}

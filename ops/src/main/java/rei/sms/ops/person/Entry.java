package rei.sms.ops.person;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.operations.PersonList;

/**
 * One thing that waits for a person.
 *
 * @param id its place on the list, 0 for a doubtful reading
 * @param message the message it is about
 * @param said what that message says
 * @param suggestion a reply that may be sent with one press
 */
public record Entry(long id, String kind, UUID message, String phone, String name, String reason, @Nullable String said,
		boolean isOurs, @Nullable String intent, @Nullable String aiIntent, @Nullable Double confidence,
		@Nullable String suggestion, @Nullable String writer, Instant since) {

	/** What it is, in words. */
	public String title() {
		return switch (this.kind) {
			case "unknown-outcome" -> "Did this text go?";
			case "reply" -> (this.suggestion != null) ? "Send this reply?" : "Answer this seller";
			case "doubtful" -> "Is this read rightly?";
			case PersonList.DOUBTFUL_STOP -> "Did this seller ask us to stop?";
			case "threat" -> "A threat or complaint";
			default -> "Look at this";
		};
	}

}

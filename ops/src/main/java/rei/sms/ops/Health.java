package rei.sms.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import rei.sms.db.operations.Vendors.AirtableBase;

/**
 * How the engine is doing.
 *
 * @param status ok, degraded when there are problems, down when the database is gone
 * @param time what the engine's clock shows
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Health(String status, Instant time, Database database, Numbers numbers, Airtable airtable,
		Provider provider, Map<String, Queue> backlog, Queue mirror, Map<String, LastRun> jobs, List<Paused> paused,
		List<Complaint> problems) {

	/** The database. */
	public record Database(String status, long milliseconds) {
	}

	/** The numbers cache: our own numbers and what they may still send today. */
	@JsonNaming(SnakeCaseStrategy.class)
	public record Numbers(int active, int paused, long sentToday) {
	}

	/** Airtable's bases. */
	public record Airtable(String status, List<AirtableBase> bases) {
	}

	/** The provider, by the last texts handed to it. */
	@JsonNaming(SnakeCaseStrategy.class)
	public record Provider(String status, @Nullable Instant lastTaken, int taken, int unknown,
			@Nullable String lastCode) {
	}

	/** How much waits and since when. */
	@JsonNaming(SnakeCaseStrategy.class)
	public record Queue(long count, @Nullable Instant oldest, long oldestSeconds) {
	}

	/** The run of a job that was launched last. */
	@JsonNaming(SnakeCaseStrategy.class)
	public record LastRun(long jobExecutionId, String status, @Nullable Instant started, @Nullable Instant ended) {
	}

	/** Something that must not send. */
	public record Paused(String scope, @Nullable String value, @Nullable String reason, Instant since) {
	}

	/** Something that a person should mend. */
	public record Complaint(String code, String what, Instant since, String fix) {
	}

}

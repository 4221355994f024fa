package rei.sms.db.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A campaign as the team runs it; its window is [start, end), open where a side is
 * missing.
 */
public record Campaign(UUID id, String name, CampaignStatus status, @Nullable String market, @Nullable String segment,
		@Nullable Instant start, @Nullable Instant end, @Nullable Integer canary, @Nullable String airtableId) {

	/** Id, name and Airtable record: what people may call it by. */
	public List<String> words() {
		return Stream.of(this.id.toString(), this.name, this.airtableId).filter(Objects::nonNull).toList();
	}

	/** Whether {@code now} lies in the campaign's window. */
	public boolean isOpenAt(Instant now) {
		return (this.start == null || !now.isBefore(this.start)) && (this.end == null || now.isBefore(this.end));
	}

}

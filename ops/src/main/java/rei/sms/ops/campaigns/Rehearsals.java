package rei.sms.ops.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Plays a campaign through without a trace; whoever wires the engine answers it. */
public interface Rehearsals {

	/** What would come of a campaign if it started now. */
	Optional<Played> of(UUID campaign);

	/**
	 * What would come of a campaign.
	 *
	 * @param hold what holds the whole campaign, or null
	 * @param leftOut who would get no text, by reason
	 * @param held who would wait, by reason
	 * @param missing fields that templates name and the list lacks
	 * @param cost in dollars
	 */
	record Played(@Nullable String hold, int listed, int recipients, long segments, String cost,
			Map<String, Integer> leftOut, Map<String, Integer> held, Map<String, Integer> missing,
			Map<String, Integer> perNumber, @Nullable Instant first, @Nullable Instant last, List<Text> texts) {

	}

	/** One text as it would go. */
	record Text(String to, String from, Instant at, String body, int segments) {

	}

}

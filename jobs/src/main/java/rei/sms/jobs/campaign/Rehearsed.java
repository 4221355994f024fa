package rei.sms.jobs.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.message.PhoneNumber;

/**
 * What a campaign would do if it were planned now and sent as the rates, the daily limits
 * and the recipients' hours allow.
 *
 * @param hold what holds the whole campaign, if anything does
 * @param listed prospects of its list that are not planned yet
 * @param recipients those who would get a text
 * @param segments segments of all the texts
 * @param cost what they would cost
 * @param leftOut prospects who would get none, by reason
 * @param held prospects who would wait, by reason
 * @param missing fields that templates name and the list lacks, by the prospects without
 * @param perNumber texts of each of our numbers
 * @param busiestMinute segments of the busiest minute, to be held against the carriers'
 * limits
 * @param busiestDay segments of the busiest day in the market's zone
 * @param firstAt when the first text would go
 * @param finishAt when the last text would go
 * @param texts the first of the texts, as they would go
 */
public record Rehearsed(UUID campaignId, String name, CampaignStatus status, Optional<String> hold, int listed,
		int recipients, long segments, BigDecimal cost, Map<String, Integer> leftOut, Map<String, Integer> held,
		Map<String, Integer> missing, Map<PhoneNumber, Integer> perNumber, int busiestMinute, int busiestDay,
		Optional<Instant> firstAt, Optional<Instant> finishAt, List<Text> texts) {

	/** One text as it would go. */
	public record Text(PhoneNumber to, PhoneNumber from, Instant at, String body, int segments) {
	}

}

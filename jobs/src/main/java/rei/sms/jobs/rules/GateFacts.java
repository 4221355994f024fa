package rei.sms.jobs.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.outbox.TextKind;

/**
 * Everything that the gate must know of one text at one moment.
 *
 * @param now the moment
 * @param kind why the text goes out
 * @param paused who or what paused the text's market, campaign or number, or everything
 * @param consent whether the recipient may be written to at all
 * @param recipient where the recipient may be
 * @param history what the recipient got and answered
 * @param campaign the campaign that the text belongs to, for a campaign's text
 * @param number our number and its day
 * @param numberMinute the number's rolling minute
 * @param globalMinute the rolling minute of all numbers
 */
public record GateFacts(Instant now, TextKind kind, Optional<String> paused, Consent consent, Whereabouts recipient,
		History history, Optional<CampaignWindow> campaign, NumberDay number, RollingMinute numberMinute,
		RollingMinute globalMinute) {

	/**
	 * Whether the recipient may be written to at all.
	 *
	 * @param suppressed why the phone is suppressed, if it is
	 * @param stoppedAt when the seller asked to stop, for the confirmation of that
	 * @param stage the contact's stage, none before the first text
	 * @param doNotCall whether the phone is on a Do-Not-Call list that the team keeps
	 * @param unheard whether the seller wrote something that nobody has understood yet
	 */
	public record Consent(Optional<String> suppressed, Optional<Instant> stoppedAt, @Nullable Stage stage,
			boolean doNotCall, boolean unheard) {
	}

	/**
	 * What the recipient got and answered.
	 *
	 * @param sent when texts of any kind went to this phone, at least over the last 24
	 * hours, whatever number they came from
	 * @param lastCampaignAt when a campaign last wrote
	 * @param lastInboundAt when the seller last wrote
	 */
	public record History(List<Instant> sent, Optional<Instant> lastCampaignAt, Optional<Instant> lastInboundAt) {

		public History {
			sent = List.copyOf(sent);
		}

	}

	/**
	 * The campaign's state and window: {@code start <= t < end}, open where a side is
	 * missing.
	 */
	public record CampaignWindow(CampaignStatus status, Optional<Instant> start, Optional<Instant> end) {
	}

	/**
	 * Our number and its day.
	 *
	 * @param active whether the number is in use
	 * @param sentToday texts that it sent on its market's local day
	 * @param dailyLimit texts that it may send on one
	 * @param nextMidnight when that day ends
	 */
	public record NumberDay(boolean active, int sentToday, int dailyLimit, Instant nextMidnight) {
	}

}

package rei.sms.jobs.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.message.LineType;
import rei.sms.db.message.PhoneNumber;

/**
 * One phone of a prospect and where the engine stands with it.
 *
 * @param phone the number, empty when what the list says is none
 * @param type the kind of line it is
 * @param unreachable whether it proved unreachable
 * @param suppressed whether it must not be texted
 * @param lead whether a lead has it
 * @param chosen whether this campaign has chosen it before
 * @param queued whether a campaign's text to it waits to go
 * @param ourNumber the number of ours that it talks with
 * @param states states kept of it
 * @param zones time zones kept of it
 * @param enriched whether its places and its kind of line are kept
 */
record Line(Optional<PhoneNumber> phone, LineType type, boolean unreachable, boolean suppressed, boolean lead,
		boolean chosen, boolean queued, @Nullable Stage stage, @Nullable PhoneNumber ourNumber, List<String> states,
		List<String> zones, @Nullable Instant lastInboundAt, @Nullable Instant lastCampaignAt, boolean enriched) {

	/** Whether a text could reach it. */
	boolean isReachable() {
		return !this.unreachable && this.type.takesTexts();
	}

}

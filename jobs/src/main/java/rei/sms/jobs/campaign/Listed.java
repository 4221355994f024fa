package rei.sms.jobs.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.ProspectStatus;
import rei.sms.db.contact.Stage;
import rei.sms.jobs.Keyed;

/**
 * One prospect of a campaign's list that is not planned yet.
 *
 * @param fields what is known of the prospect by field name
 * @param lines the prospect's phones, the first first
 * @param ourNumber the number of ours that the list names for this prospect
 * @param heldFor why it was held before, if it was
 */
record Listed(UUID campaignId, UUID prospectId, Map<String, String> fields, boolean optOut, ProspectStatus status,
		@Nullable Stage stage, Optional<String> state, Optional<String> zip, List<Line> lines,
		@Nullable String ourNumber, @Nullable String heldFor) implements Keyed {

	@Override
	public String key() {
		return this.campaignId + "/" + this.prospectId;
	}

}

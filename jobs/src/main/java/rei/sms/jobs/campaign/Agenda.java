package rei.sms.jobs.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which campaigns can be planned now, and what holds the others.
 */
record Agenda(List<Ready> ready, List<Hold> held) {

	/** The campaign of that id, if it can be planned. */
	Map<UUID, Ready> byId() {
		return this.ready.stream()
			.collect(Collectors.toMap((campaign) -> campaign.campaign().id(), Function.identity()));
	}

	/** What holds a campaign, if anything does. */
	Optional<Hold> holdOf(UUID campaign) {
		return this.held.stream().filter((hold) -> hold.campaignId().equals(campaign)).findFirst();
	}

	/**
	 * What holds a campaign.
	 *
	 * @param reason why nobody of its list can be planned
	 * @param fix what to do about it, empty when time will do
	 */
	record Hold(UUID campaignId, String name, String reason, Optional<String> fix) {
	}

}

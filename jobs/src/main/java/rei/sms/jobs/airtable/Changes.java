package rei.sms.jobs.airtable;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What a webhook collected.
 *
 * @param cursor where to go on; to be kept
 * @param more whether to ask again at once
 */
public record Changes(List<TableChange> changes, long cursor, boolean more) {

	static Changes read(JsonNode answer) {
		return new Changes(answer.path("payloads").valueStream().flatMap(TableChange::read).toList(),
				answer.path("cursor").asLong(1), answer.path("mightHaveMore").asBoolean(false));
	}

}

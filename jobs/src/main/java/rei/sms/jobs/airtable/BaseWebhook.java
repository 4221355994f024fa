package rei.sms.jobs.airtable;

import java.time.Instant;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A base's webhook, which tells us that somebody changed something.
 *
 * @param secret what its pings are signed with, in base64; told only when it is created
 * @param url where it pings
 * @param expires when it ends unless it is refreshed
 * @param pings whether it still pings: Airtable gives up where nobody answers for long
 */
public record BaseWebhook(String id, Optional<String> secret, Optional<String> url, Optional<Instant> expires,
		boolean pings) {

	static BaseWebhook read(JsonNode webhook) {
		return new BaseWebhook(webhook.path("id").asString(""), text(webhook, "macSecretBase64"),
				text(webhook, "notificationUrl"), text(webhook, "expirationTime").map(Instant::parse),
				webhook.path("areNotificationsEnabled").asBoolean(true));
	}

	private static Optional<String> text(JsonNode node, String name) {
		return Optional.ofNullable(node.path(name).stringValue(null));
	}

	@Override
	public String toString() {
		return "BaseWebhook[" + this.id + "]";
	}

}

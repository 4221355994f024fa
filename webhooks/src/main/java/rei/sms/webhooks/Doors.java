package rei.sms.webhooks;

import java.util.Collection;
import java.util.Set;

/** Sorts paths by the secret they ask for. */
final class Doors {

	private static final Set<String> WEBHOOKS = Set.of("/inbound", "/outbound", "/delivery", "/status");

	private final Collection<String> open;

	Doors(Collection<String> open) {
		this.open = open;
	}

	Door of(String path) {
		if (!PlainPath.is(path)) {
			return Door.CROOKED;
		}
		if (WEBHOOKS.contains(withoutSlash(path))) {
			return Door.WEBHOOK;
		}
		return this.open.stream().anyMatch((pattern) -> matches(pattern, path)) ? Door.OPEN : Door.CRON;
	}

	private static String withoutSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	private static boolean matches(String pattern, String path) {
		if (!pattern.endsWith("/**")) {
			return path.equals(pattern);
		}
		var root = pattern.substring(0, pattern.length() - "/**".length());
		return path.equals(root) || path.startsWith(root + "/");
	}

}

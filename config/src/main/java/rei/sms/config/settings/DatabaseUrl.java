package rei.sms.config.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the database is, from an address as hosts give it
 * ({@code postgres://user:password@host:port/database?…}) or from a JDBC address.
 *
 * @param jdbc the driver's address, without user and password
 */
public record DatabaseUrl(String jdbc, String username, String password) {

	private static final String JDBC = "jdbc:postgresql:";

	private static final Pattern CREDENTIALS = Pattern.compile("(?<=[?&])(user|password)=([^&]*)&?");

	/** Reads an address; empty when it is neither form. */
	public static Optional<DatabaseUrl> parse(String address) {
		if (address.startsWith(JDBC)) {
			return Optional.of(ofJdbc(address));
		}
		return address.matches("postgres(ql)?://.+") ? ofHost(address) : Optional.empty();
	}

	/** The address as Spring's settings want it. */
	public Map<String, String> properties() {
		return Map.of("spring.datasource.url", this.jdbc, "spring.datasource.username", this.username,
				"spring.datasource.password", this.password);
	}

	private static DatabaseUrl ofJdbc(String address) {
		var credentials = new TreeMap<String, String>();
		var matcher = CREDENTIALS.matcher(address);
		while (matcher.find()) {
			credentials.put(matcher.group(1), decoded(matcher.group(2)));
		}
		var bare = CREDENTIALS.matcher(address).replaceAll("").replaceAll("[?&]$", "");
		return new DatabaseUrl(bare, credentials.getOrDefault("user", ""), credentials.getOrDefault("password", ""));
	}

	private static Optional<DatabaseUrl> ofHost(String address) {
		try {
			var url = URI.create(address);
			if (url.getHost() == null || url.getPath().length() < 2) {
				return Optional.empty();
			}
			var user = Optional.ofNullable(url.getRawUserInfo()).orElse("");
			int colon = user.indexOf(':');
			return Optional.of(new DatabaseUrl(jdbc(url), decoded((colon < 0) ? user : user.substring(0, colon)),
					(colon < 0) ? "" : decoded(user.substring(colon + 1))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String jdbc(URI url) {
		return JDBC + "//" + url.getHost() + ((url.getPort() < 0) ? "" : ":" + url.getPort()) + url.getRawPath()
				+ ((url.getRawQuery() == null) ? "" : "?" + url.getRawQuery());
	}

	/** A plus stays a plus: this is no form. */
	private static String decoded(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "DatabaseUrl[" + this.jdbc + "]";
	}

}

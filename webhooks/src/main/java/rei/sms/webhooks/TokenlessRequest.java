package rei.sms.webhooks;

import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose query no longer shows the token: nothing behind can write it down. */
final class TokenlessRequest extends HttpServletRequestWrapper {

	private final @Nullable String query;

	TokenlessRequest(HttpServletRequest request) {
		super(request);
		this.query = withoutToken(request.getQueryString());
	}

	@Override
	public @Nullable String getQueryString() {
		return this.query;
	}

	/**
	 * Path and query as the sender wrote them, token and all: what a signature covers.
	 */
	String signedAddress() {
		var sent = (HttpServletRequest) getRequest();
		return sent.getRequestURI() + ((sent.getQueryString() != null) ? "?" + sent.getQueryString() : "");
	}

	static boolean isToken(String parameter) {
		return parameter.regionMatches(true, 0, "token=", 0, "token=".length());
	}

	private static @Nullable String withoutToken(@Nullable String query) {
		if (query == null || (isToken(query) && query.indexOf('&') < 0)) {
			return null;
		}
		var rest = Arrays.stream(query.split("&")).filter((part) -> !isToken(part)).collect(Collectors.joining("&"));
		return rest.isEmpty() ? null : rest;
	}

}

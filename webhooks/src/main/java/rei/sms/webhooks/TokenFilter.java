package rei.sms.webhooks;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request pass that shows the secret of its path: the webhooks' own opens the
 * webhooks and nothing else, the operator's everything else and no webhook. Behind this
 * filter the query no longer holds a token.
 */
public final class TokenFilter extends OncePerRequestFilter {

	private static final List<String> HEADERS = List.of("x-webhook-token", "x-cron-token");

	private static final String BEARER = "Bearer ";

	private final Token webhook;

	private final Token cron;

	private final Doors doors;

	/**
	 * A filter with these secrets.
	 * @param webhookToken opens the webhooks; blank opens nothing
	 * @param cronToken opens the rest; blank opens nothing
	 * @param open paths that ask for no secret; one that ends in {@code /**} takes all
	 * below it
	 */
	public TokenFilter(String webhookToken, String cronToken, Collection<String> open) {
		this.webhook = new Token(webhookToken);
		this.cron = new Token(cronToken);
		this.doors = new Doors(List.copyOf(open));
	}

	/** The way to the error page shows the query once more. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var door = door(request);
		if (!opens(door, request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			Problem.answer(response, HttpStatus.UNAUTHORIZED, "The token is wrong or absent");
		}
		else if (door == Door.CROOKED) {
			Problem.answer(response, HttpStatus.BAD_REQUEST, "The path is not written plainly");
		}
		else {
			chain.doFilter(new TokenlessRequest(request), response);
		}
	}

	private Door door(HttpServletRequest request) {
		return (request.getDispatcherType() == DispatcherType.ERROR) ? Door.OPEN
				: this.doors.of(request.getRequestURI());
	}

	private boolean opens(Door door, HttpServletRequest request) {
		return switch (door) {
			case OPEN -> true;
			case WEBHOOK -> this.webhook.isAmong(shown(request));
			case CRON, CROOKED -> this.cron.isAmong(shown(request));
		};
	}

	private static List<String> shown(HttpServletRequest request) {
		var shown = new ArrayList<String>();
		inQuery(request.getQueryString(), shown);
		for (var name : HEADERS) {
			var header = request.getHeader(name);
			if (header != null) {
				shown.add(header);
			}
		}
		var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			shown.add(authorization.substring(BEARER.length()).strip());
		}
		return shown;
	}

	/** A raw {@code +} may stand for itself here. */
	private static void inQuery(@Nullable String query, List<String> shown) {
		if (query == null) {
			return;
		}
		for (var part : query.split("&")) {
			if (TokenlessRequest.isToken(part)) {
				var value = part.substring("token=".length());
				shown.add(value);
				if (value.indexOf('%') >= 0 || value.indexOf('+') >= 0) {
					decoded(value, shown);
				}
			}
		}
	}

	private static void decoded(String value, List<String> shown) {
		try {
			shown.add(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
			shown.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			// A broken escape is no token of ours.
			return;
		}
	}

}

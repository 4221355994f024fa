package rei.sms.ops.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every page: who is not signed in only sees the sign-in, and what changes
 * anything must come from a form that was shown to the same visitor.
 */
final class OpsFilter extends OncePerRequestFilter {

	static final String SIGN_IN = "/ops/sign-in";

	static final String ASSETS = "/ops/assets/";

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
			+ "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

	private final Visitors visitors;

	OpsFilter(Visitors visitors) {
		this.visitors = visitors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var path = request.getRequestURI();
		headers(response);
		if (path.startsWith(ASSETS) && READING.contains(request.getMethod())) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		this.visitors.meet(request, response);
		if (!READING.contains(request.getMethod()) && !isOwnForm(request)) {
			refuse(response);
		}
		else if (path.equals(SIGN_IN) || this.visitors.isSignedIn(request)) {
			chain.doFilter(request, response);
		}
		else {
			turnAway(request, response);
		}
	}

	/** A browser that says where a form comes from is believed when it says elsewhere. */
	private boolean isOwnForm(HttpServletRequest request) {
		var site = request.getHeader("Sec-Fetch-Site");
		return HttpMethod.POST.matches(request.getMethod()) && (site == null || OWN_SITES.contains(site))
				&& this.visitors.isOwnForm(request);
	}

	private static void headers(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
	}

	private static void refuse(HttpServletResponse response) throws IOException {
		answer(response, HttpStatus.FORBIDDEN, """
				<h1>This form is out of date</h1>
				<p>Nothing was changed. Go back, reload the page and press the button once more.</p>
				""");
	}

	/** What a page fetches by itself is told so; people are led to the sign-in. */
	private static void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && request.getHeader("HX-Request") == null) {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION, SIGN_IN + "?to=" + wanted(request));
			return;
		}
		response.setHeader("HX-Redirect", SIGN_IN);
		answer(response, HttpStatus.UNAUTHORIZED, """
				<h1>You are not signed in</h1>
				<p><a href="/ops/sign-in">Sign in</a></p>
				""");
	}

	private static String wanted(HttpServletRequest request) {
		var query = request.getQueryString();
		var page = READING.contains(request.getMethod())
				? request.getRequestURI() + ((query != null) ? "?" + query : "") : "/ops";
		return URLEncoder.encode(page, StandardCharsets.UTF_8);
	}

	private static void answer(HttpServletResponse response, HttpStatus status, String body) throws IOException {
		response.setStatus(status.value());
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter().write("""
				<!DOCTYPE html>
				<html lang="en"><head><title>REI SMS</title></head><body><main>
				%s</main></body></html>
				""".formatted(body));
	}

}

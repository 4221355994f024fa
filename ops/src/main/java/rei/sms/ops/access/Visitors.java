package rei.sms.ops.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import rei.sms.db.access.Sessions;
import rei.sms.db.access.SignIns;

/** Knows visitors by their cookie, lets them in and out. */
final class Visitors {

	static final String COOKIE = "ops";

	/** The field of every form. */
	static final String FIELD = "_csrf";

	/** Under this name a request carries its visitor's token. */
	private static final String TOKEN = Visitors.class.getName();

	private static final Pattern WELL_FORMED = Pattern.compile("[0-9a-f]{64}");

	private static final String USER = "ops";

	private final Secret secret;

	private final Sessions sessions;

	private final SignIns signIns;

	private final Clock clock;

	Visitors(Secret secret, Sessions sessions, SignIns signIns, Clock clock) {
		this.secret = secret;
		this.sessions = sessions;
		this.signIns = signIns;
		this.clock = clock;
	}

	/** Gives a visitor who has none a token. */
	void meet(HttpServletRequest request, HttpServletResponse response) {
		request.setAttribute(TOKEN, shown(request).orElseGet(() -> give(request, response, Secret.newToken())));
	}

	boolean isSignedIn(HttpServletRequest request) {
		return this.sessions.isOpen(this.secret.session(token(request)), this.clock.instant());
	}

	/** What the forms shown to a visitor carry. */
	String formToken(HttpServletRequest request) {
		return this.secret.form(token(request));
	}

	/** Whether a form was shown to the visitor who sends it. */
	boolean isOwnForm(HttpServletRequest request) {
		var shown = request.getParameter(FIELD);
		return shown != null && this.secret.isForm(token(request), shown);
	}

	/** Opens a session under a new token when name and password are right. */
	Entry signIn(String user, String password, HttpServletRequest request, HttpServletResponse response) {
		if (!this.signIns.mayTry(request.getRemoteAddr(), this.clock.instant())) {
			return Entry.LATER;
		}
		var right = this.secret.isPassword(password);
		if (!right || !USER.equals(user.strip())) {
			return Entry.WRONG;
		}
		this.signIns.forget(request.getRemoteAddr());
		var token = give(request, response, Secret.newToken());
		this.sessions.open(this.secret.session(token), this.clock.instant());
		return Entry.IN;
	}

	/** Ends a session for good. */
	void signOut(HttpServletRequest request, HttpServletResponse response) {
		this.sessions.close(this.secret.session(token(request)));
		give(request, response, Secret.newToken());
	}

	private static String give(HttpServletRequest request, HttpServletResponse response, String token) {
		var cookie = ResponseCookie.from(COOKIE, token)
			.path("/ops")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.maxAge(Duration.ofDays(7));
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
		return token;
	}

	private static Optional<String> shown(HttpServletRequest request) {
		return Stream.ofNullable(request.getCookies())
			.flatMap(Arrays::stream)
			.filter((cookie) -> cookie.getName().equals(COOKIE))
			.map(Cookie::getValue)
			.filter((value) -> WELL_FORMED.matcher(value).matches())
			.findFirst();
	}

	private static String token(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(TOKEN));
	}

	/** How a try to sign in ended. */
	enum Entry {

		IN, WRONG, LATER

	}

}

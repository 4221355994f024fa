package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

import rei.sms.webhooks.payload.Payload;
import rei.sms.webhooks.payload.Payloads;
import rei.sms.webhooks.payload.Refusal;

/**
 * Reads what a webhook is told before anything else can touch the body: bounded, its
 * signature checked, and as a {@link Payload} for the controller.
 */
final class PayloadFilter extends OncePerRequestFilter {

	private final Signature signature;

	PayloadFilter(Signature signature) {
		this.signature = signature;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"POST".equals(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			request.setAttribute("payload", read(request));
		}
		catch (Refusal ex) {
			Problem.answer(response, ex.status(), ex.detail());
			return;
		}
		chain.doFilter(request, response);
	}

	private Payload read(HttpServletRequest request) throws IOException {
		var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (coding != null && !"identity".equalsIgnoreCase(coding)) {
			throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must not be compressed");
		}
		var body = Payloads.bytes(request.getInputStream());
		this.signature.verify(signedAddress(request), body, request.getHeader(Signature.HEADER));
		return Payloads.read(body, request.getContentType(), request.getQueryString());
	}

	private static String signedAddress(HttpServletRequest request) {
		var tokenless = WebUtils.getNativeRequest(request, TokenlessRequest.class);
		return ((tokenless != null) ? tokenless : new TokenlessRequest(request)).signedAddress();
	}

}

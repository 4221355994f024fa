package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds the word that we are well until the webhooks are warm. */
final class WarmFilter extends OncePerRequestFilter {

	private final WarmUp warmUp;

	WarmFilter(WarmUp warmUp) {
		this.warmUp = warmUp;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.warmUp.await();
		chain.doFilter(request, response);
	}

}

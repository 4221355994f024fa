package rei.sms.webhooks;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ClosedTokenFilterTests {

	private final TokenFilter filter = new TokenFilter("", " ", List.of("/ping"));

	@ParameterizedTest
	@ValueSource(strings = { "/inbound", "/jobs/retry" })
	void tokenThatIsNotSetOpensNothing(String path) throws ServletException, IOException {
		for (var shown : List.of("", " ", "null", "guess")) {
			var request = new MockHttpServletRequest("POST", path);
			request.addHeader("x-webhook-token", shown);
			request.addHeader("x-cron-token", shown);
			request.addHeader("Authorization", "Bearer " + shown);
			request.setQueryString("token=" + shown);
			var response = new MockHttpServletResponse();
			this.filter.doFilter(request, response, new MockFilterChain());
			assertThat(response.getStatus()).isEqualTo(401);
		}
	}

}

package rei.sms.ops.api;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets every route but the webhooks, Airtable's and the pages take its fields from the
 * query, a form or a JSON object alike; names match whatever their case, {@code _} and
 * {@code -}.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class FieldsFilter extends OncePerRequestFilter {

	/** They read their own bodies, to the byte: a signature covers them. */
	private static final Set<String> WEBHOOKS = Set.of("/inbound", "/outbound", "/delivery", "/delivery/", "/status");

	private static final String AIRTABLES = "/airtable/";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		var path = request.getRequestURI();
		return WEBHOOKS.contains(path) || path.startsWith(AIRTABLES) || path.equals("/ops") || path.startsWith("/ops/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			var fields = SaidFields.of(request);
			chain.doFilter(new Fields(request, fields), response);
		}
		catch (Refused ex) {
			answer(response, ex);
		}
	}

	private static void answer(HttpServletResponse response, Refused ex) throws IOException {
		response.setStatus(ex.status().value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		JSON.writeValue(response.getOutputStream(),
				Map.of("type", "about:blank", "title", ex.status().getReasonPhrase(), "status", ex.status().value(),
						"detail", String.valueOf(ex.getMessage())));
	}

	private static final class Fields extends HttpServletRequestWrapper {

		private final Map<String, String[]> fields;

		private Fields(HttpServletRequest request, Map<String, String[]> fields) {
			super(request);
			this.fields = fields;
		}

		@Override
		public @Nullable String getParameter(String name) {
			var values = getParameterValues(name);
			return (values != null && values.length > 0) ? values[0] : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return this.fields.get(SaidFields.key(name));
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(this.fields.keySet());
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Collections.unmodifiableMap(this.fields);
		}

	}

}

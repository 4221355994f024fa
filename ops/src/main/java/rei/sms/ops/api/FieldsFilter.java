package rei.sms.ops.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets every route but the webhooks and the pages take its fields from the query, a form
 * or a JSON object alike; names match whatever their case, {@code _} and {@code -}.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class FieldsFilter extends OncePerRequestFilter {

	private static final int LARGEST = 64 * 1024;

	private static final Set<String> WEBHOOKS = Set.of("/inbound", "/outbound", "/delivery", "/delivery/", "/status");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		var path = request.getRequestURI();
		return WEBHOOKS.contains(path) || path.equals("/ops") || path.startsWith("/ops/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(new Fields(request, fields(request)), response);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getWriter()
				.write("""
						{"type":"about:blank","title":"Bad Request","status":400,"detail":"the body is not a JSON object"}""");
		}
	}

	private static Map<String, String[]> fields(HttpServletRequest request) throws IOException {
		var fields = new LinkedHashMap<String, String[]>();
		request.getParameterMap().forEach((name, values) -> fields.putIfAbsent(key(name), values));
		var type = request.getContentType();
		if (type != null && type.toLowerCase(Locale.ROOT).contains("json")) {
			json(request).forEach((name, value) -> fields.put(key(name), new String[] { value }));
		}
		return fields;
	}

	private static Map<String, String> json(HttpServletRequest request) throws IOException {
		var body = new String(request.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8);
		var values = new LinkedHashMap<String, String>();
		if (!body.isBlank()) {
			var document = JSON.readTree(body);
			if (!document.isObject()) {
				throw new IllegalArgumentException("not an object");
			}
			document.properties().forEach((field) -> put(values, field.getKey(), field.getValue()));
		}
		return values;
	}

	private static void put(Map<String, String> values, String name, JsonNode value) {
		if (value.isValueNode() && !value.isNull()) {
			values.put(name, value.asString());
		}
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
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
			return this.fields.get(key(name));
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

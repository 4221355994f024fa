package rei.sms.ops.access;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Puts the visitor's token into every form that is sent by POST: no page can forget it.
 */
final class FormTokens implements RequestDataValueProcessor {

	private static final String METHOD = FormTokens.class.getName();

	private final Visitors visitors;

	FormTokens(Visitors visitors) {
		this.visitors = visitors;
	}

	@Override
	public String processAction(HttpServletRequest request, String action, String httpMethod) {
		request.setAttribute(METHOD, httpMethod);
		return action;
	}

	@Override
	public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
		return value;
	}

	@Override
	public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
		return HttpMethod.POST.name().equalsIgnoreCase(String.valueOf(request.getAttribute(METHOD)))
				? Map.of(Visitors.FIELD, this.visitors.formToken(request)) : null;
	}

	@Override
	public String processUrl(HttpServletRequest request, String url) {
		return url;
	}

}

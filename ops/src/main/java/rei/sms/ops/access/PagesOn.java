package rei.sms.ops.access;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.web.context.ConfigurableWebApplicationContext;
import org.springframework.util.StringUtils;

/** The pages are there where HTTP is served and a password is set. */
public final class PagesOn implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return context.getResourceLoader() instanceof ConfigurableWebApplicationContext
				&& StringUtils.hasText(context.getEnvironment().getProperty("ops.password"));
	}

}

package rei.sms.config;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import rei.sms.webhooks.TokenFilter;

/**
 * The tokens stand before every route but those that say only that the engine is up, and
 * those whose callers sign what they say.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

	private static final List<String> OPEN = List.of("/ping", "/health", "/airtable/changes/**");

	/**
	 * The pages have a sign-in of their own; while they are off nothing is there to open.
	 */
	private static final List<String> OPEN_WITH_PAGES = Stream.concat(OPEN.stream(), Stream.of("/ops/**")).toList();

	@Bean
	FilterRegistrationBean<TokenFilter> tokenFilter(AccessProperties access,
			@Value("${ops.password:}") String opsPassword) {
		var filter = new FilterRegistrationBean<>(new TokenFilter(access.webhookToken(), access.cronToken(),
				opsPassword.isBlank() ? OPEN : OPEN_WITH_PAGES));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

}

package rei.sms.config;

import java.util.List;

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

	@Bean
	FilterRegistrationBean<TokenFilter> tokenFilter(AccessProperties access) {
		var filter = new FilterRegistrationBean<>(new TokenFilter(access.webhookToken(), access.cronToken(), OPEN));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

}

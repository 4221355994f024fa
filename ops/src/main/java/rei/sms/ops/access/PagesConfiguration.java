package rei.sms.ops.access;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

import rei.sms.db.access.Sessions;
import rei.sms.db.access.SignIns;

/** What stands before the pages, and before nothing else. */
@Configuration(proxyBeanMethods = false)
@Conditional(PagesOn.class)
@EnableConfigurationProperties(OpsProperties.class)
class PagesConfiguration {

	@Bean
	Visitors visitors(OpsProperties ops, Sessions sessions, SignIns signIns, Clock clock) {
		return new Visitors(new Secret(ops.password()), sessions, signIns, clock);
	}

	@Bean
	FilterRegistrationBean<OpsFilter> opsFilter(Visitors visitors) {
		var filter = new FilterRegistrationBean<>(new OpsFilter(visitors));
		filter.addUrlPatterns("/ops", "/ops/*");
		return filter;
	}

	/** Spring looks for it under this name. */
	@Bean
	RequestDataValueProcessor requestDataValueProcessor(Visitors visitors) {
		return new FormTokens(visitors);
	}

}

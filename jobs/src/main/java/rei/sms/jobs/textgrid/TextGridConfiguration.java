package rei.sms.jobs.textgrid;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the provider's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TextGridProperties.class)
class TextGridConfiguration {

}

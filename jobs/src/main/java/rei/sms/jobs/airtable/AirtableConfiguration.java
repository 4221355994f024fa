package rei.sms.jobs.airtable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds Airtable's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AirtableProperties.class)
class AirtableConfiguration {

}

package rei.sms.jobs.responder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds what becomes of AI replies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiReplyProperties.class)
class ReplyConfiguration {

}

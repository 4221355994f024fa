package rei.sms.jobs.ai;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

import rei.sms.db.model.ModelCall;
import rei.sms.db.model.ModelUsage;

/** Binds the models' settings and counts what they cost. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class ModelConfiguration {

	private static final Logger log = LoggerFactory.getLogger(ModelConfiguration.class);

	/** A count that fails stops no answer. */
	@Bean
	ModelMeter modelMeter(ObjectProvider<ModelUsage> usage, Clock clock) {
		return (call) -> usage.ifAvailable((counts) -> count(counts, call, clock));
	}

	private static void count(ModelUsage counts, ModelCall call, Clock clock) {
		try {
			counts.count(call, clock.instant());
		}
		catch (DataAccessException ex) {
			log.warn("a question to {} was not counted: {}", call.engine().label(), ex.getClass().getSimpleName());
		}
	}

}

package rei.sms.config;

import java.util.stream.Stream;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes what a listening engine does not need for its first answer, before it says that
 * it is well: what is wrong with a part ends the process at its start, not at its use.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("engine.lasting")
class WholeEngine implements ApplicationRunner {

	private final ConfigurableListableBeanFactory beans;

	WholeEngine(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Stream.of(this.beans.getBeanDefinitionNames()).filter(this::isOneForAll).forEach(this.beans::getBean);
	}

	private boolean isOneForAll(String name) {
		var bean = this.beans.getMergedBeanDefinition(name);
		return bean.isSingleton() && !bean.isAbstract();
	}

}

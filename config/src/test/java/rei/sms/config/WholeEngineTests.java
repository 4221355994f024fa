package rei.sms.config;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What waits for the first answer is there before the word that all is well. */
class WholeEngineTests {

	@Test
	void everythingIsMade() {
		try (var context = new AnnotationConfigApplicationContext(Sound.class)) {
			assertThat(context.getBeanFactory().containsSingleton("part")).isFalse();
			new WholeEngine(context.getBeanFactory()).run(new DefaultApplicationArguments());
			assertThat(context.getBeanFactory().containsSingleton("part")).isTrue();
		}
	}

	@Test
	void brokenPartShowsAtTheStart() {
		try (var context = new AnnotationConfigApplicationContext(Broken.class)) {
			var whole = new WholeEngine(context.getBeanFactory());
			assertThatExceptionOfType(BeanCreationException.class)
				.isThrownBy(() -> whole.run(new DefaultApplicationArguments()))
				.withRootCauseInstanceOf(IllegalStateException.class);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Sound {

		@Bean
		@Lazy
		StringBuilder part() {
			return new StringBuilder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Broken {

		@Bean
		@Lazy
		StringBuilder part() {
			throw new IllegalStateException("it cannot be made");
		}

	}

}

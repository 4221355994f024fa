package rei.sms.config;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What {@code application.yml} sets is what somebody reads. */
class PropertiesTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@BeforeEach
	void load() throws IOException {
		new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))
			.forEach(this.environment.getPropertySources()::addFirst);
	}

	@Test
	void everyRecordReadsAllThatIsSetUnderItsPrefix() {
		assertThat(records().toList()).hasSizeGreaterThan(8).allSatisfy((type) -> {
			var prefix = prefix(type);
			assertThatNoException().as(prefix)
				.isThrownBy(() -> Binder.get(this.environment)
					.bindOrCreate(prefix, Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT)));
		});
	}

	@Test
	void everyPrefixThatIsSetBelongsToARecord() {
		var ours = new TreeSet<String>();
		var file = (EnumerablePropertySource<?>) this.environment.getPropertySources().iterator().next();
		for (var name : file.getPropertyNames()) {
			ours.add(name.substring(0, name.indexOf('.')));
		}
		ours.removeAll(Set.of("server", "spring", "management", "logging"));
		assertThat(records().map(PropertiesTests::prefix)).containsAll(ours);
	}

	private static Stream<Class<?>> records() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		return scanner.findCandidateComponents("rei.sms")
			.stream()
			.map((found) -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
	}

	private static String prefix(Class<?> type) {
		return type.getAnnotation(ConfigurationProperties.class).value();
	}

}

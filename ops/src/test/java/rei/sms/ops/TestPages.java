package rei.sms.ops;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import rei.sms.db.TestDatabase;
import rei.sms.ops.api.TextingHours;
import rei.sms.ops.campaigns.Rehearsals;
import rei.sms.ops.campaigns.Rehearsals.Played;
import rei.sms.ops.campaigns.Rehearsals.Text;

/** The pages on a fresh database, at noon of a Monday in Chicago. */
@SpringBootApplication(scanBasePackages = { "rei.sms.ops", "rei.sms.db" }, proxyBeanMethods = false,
		nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class TestPages {

	static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

	static final String PASSWORD = "correct horse";

	@Bean
	Clock clock() {
		return Clock.fixed(NOON, ZoneOffset.UTC);
	}

	@Bean
	TextingHours hours() {
		return (contact, now) -> now;
	}

	/** Jobs that only say what was asked of them. */
	@Bean
	TestJobs jobs() {
		return new TestJobs();
	}

	/** A rehearsal that has one text to show. */
	@Bean
	Rehearsals rehearsals() {
		return (campaign) -> Optional.of(new Played(null, 12, 10, 11, "$0.08", Map.of("opted out", 2), Map.of(),
				Map.of(), Map.of(World.OURS, 10), NOON, NOON,
				List.of(new Text("+17135550111", World.OURS, NOON, "Hi <Ann>, is it yours?", 1))));
	}

	static ConfigurableApplicationContext start(String... properties) {
		var application = new SpringApplication(TestPages.class);
		application.setDefaultProperties(Map.of("server.port", "0", "spring.main.banner-mode", "off",
				"spring.flyway.enabled", "false", "spring.batch.job.enabled", "false", "logging.level.root", "warn",
				"spring.thymeleaf.check-template-location", "false", "spring.mvc.problemdetails.enabled", "true",
				"spring.datasource.url", TestDatabase.freshUrl() + "&user=postgres&password=postgres"));
		return application.run(properties);
	}

	static int port(ConfigurableApplicationContext context) {
		return ((WebServerApplicationContext) context).getWebServer().getPort();
	}

}

package rei.sms.config.roles;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import rei.sms.config.settings.DatabaseUrl;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;

/** Starts as much of the engine as a role needs, once its settings are well. */
class Engine {

	/** They live long: what is wrong with a bean should show at once. */
	private static final Set<Role> EAGER = EnumSet.of(Role.SERVE, Role.WORKER);

	private final Class<?> application;

	private final Settings settings;

	Engine(Class<?> application, Settings settings) {
		this.application = application;
		this.settings = settings;
	}

	Settings settings() {
		return this.settings;
	}

	ConfigurableApplicationContext start(Role role) {
		var ready = this.settings.require(role, List.of());
		var spring = new SpringApplication(this.application);
		spring.setEnvironment(new EngineEnvironment(properties(ready, role)));
		spring.setWebApplicationType((role == Role.SERVE) ? WebApplicationType.SERVLET : WebApplicationType.NONE);
		spring.setLazyInitialization(!EAGER.contains(role));
		return spring.run();
	}

	private static Map<String, String> properties(Settings settings, Role role) {
		var properties = new TreeMap<>(settings.values());
		settings.database().map(DatabaseUrl::properties).ifPresent(properties::putAll);
		settings.find("LOG_FORMAT")
			.filter("json"::equalsIgnoreCase)
			.ifPresent((format) -> properties.put("logging.structured.format.console", "logstash"));
		if (role != Role.SERVE) {
			properties.put("worker.enabled", String.valueOf(role == Role.WORKER));
		}
		return properties;
	}

}

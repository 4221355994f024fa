package rei.sms.config.roles;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.util.ClassUtils;

import picocli.CommandLine.Model.CommandSpec;

import rei.sms.config.sandbox.Trial;
import rei.sms.config.settings.DatabaseUrl;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.jobs.airtable.FieldNames;
import rei.sms.jobs.launch.JobRuns;

/** Starts as much of the engine as a role needs, once its settings are well. */
class Engine {

	/** They live long: what is wrong with a bean should show before work does. */
	private static final Set<Role> LASTING = EnumSet.of(Role.SERVE, Role.WORKER);

	private final Class<?> application;

	private final Settings settings;

	Engine(Class<?> application, Settings settings) {
		this.application = application;
		this.settings = settings;
	}

	Settings settings() {
		return this.settings;
	}

	/** Where a role writes its answer. */
	Terminal terminal(Output output, CommandSpec command) {
		var line = command.commandLine();
		return Terminal.of(line.getOut(), line.getErr(), output.isJson() ? Map.of("TERM", "dumb") : System.getenv());
	}

	ConfigurableApplicationContext start(Role role) {
		this.settings.require(role, FieldNames.overrides());
		if (!LASTING.contains(role)) {
			// Standard output belongs to the answer; log lines go beside it.
			System.setOut(System.err);
		}
		if (!this.settings.isOn("SANDBOX")) {
			return start(role, properties(role, this.settings), (context) -> {
			});
		}
		if (!ClassUtils.isPresent("rei.sms.sandbox.Sandbox", null)) {
			throw new WontStart("SANDBOX=true needs the sandbox, which this image leaves out: unset it, or take the "
					+ "whole sms-engine.jar.");
		}
		var trial = Trial.start(this.settings.withPort(), role);
		var properties = properties(role, trial.settings());
		properties.put("trial.enabled", "true");
		// Whoever tries it out waits for the pages rather than for fast webhooks.
		properties.put("webhooks.warm-up", "500ms");
		try {
			return start(role, properties, (context) -> adopt(trial, context));
		}
		catch (RuntimeException ex) {
			trial.close();
			throw ex;
		}
	}

	private ConfigurableApplicationContext start(Role role, Map<String, String> properties,
			ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
		var spring = new SpringApplication(this.application);
		spring.setEnvironment(new EngineEnvironment(properties));
		spring.setWebApplicationType((role == Role.SERVE) ? WebApplicationType.SERVLET : WebApplicationType.NONE);
		spring.setLazyInitialization(role != Role.WORKER);
		spring.addInitializers(initializer);
		var context = spring.run();
		context.addApplicationListener((ContextClosedEvent event) -> endRuns(context.getBeanFactory()));
		return context;
	}

	/** Whatever ends the process: its runs end first, each after its current chunk. */
	private static void endRuns(ConfigurableListableBeanFactory beans) {
		Stream.of(beans.getBeanNamesForType(JobRuns.class, false, false))
			.filter(beans::containsSingleton)
			.forEach((name) -> beans.getBean(name, JobRuns.class).close());
	}

	/** What is registered first is closed last: the engine ends before its world does. */
	private static void adopt(Trial trial, ConfigurableApplicationContext context) {
		var beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.registerDisposableBean("trial", trial::close);
		beans.registerSingleton("trial", trial);
		beans.registerSingleton("clock", trial.clock());
	}

	private static Map<String, String> properties(Role role, Settings settings) {
		var properties = new TreeMap<>(settings.values());
		settings.database().map(DatabaseUrl::properties).ifPresent(properties::putAll);
		boolean render = settings.isOn("RENDER");
		settings.find("LOG_FORMAT")
			.or(() -> render ? Optional.of("json") : Optional.empty())
			.filter("json"::equalsIgnoreCase)
			.ifPresent((format) -> properties.put("logging.structured.format.console", "logstash"));
		properties.put("engine.lasting", String.valueOf(LASTING.contains(role)));
		properties.put("tracing.enabled",
				String.valueOf(LASTING.contains(role) && settings.find("OTEL_EXPORTER_OTLP_ENDPOINT").isPresent()));
		if (role != Role.SERVE) {
			properties.put("worker.enabled", String.valueOf(role == Role.WORKER));
		}
		return properties;
	}

}

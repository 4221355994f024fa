package rei.sms.config.roles;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What Spring sees of the environment: the engine's settings before all else, and no
 * blank variable, so that a name that is set to nothing has its default.
 */
class EngineEnvironment extends StandardEnvironment {

	EngineEnvironment(Map<String, String> properties) {
		getPropertySources().addFirst(new MapPropertySource("engine", new TreeMap<>(properties)));
		var variables = new TreeMap<String, Object>(getSystemEnvironment());
		variables.values().removeIf((value) -> value.toString().isBlank());
		getPropertySources().replace(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

}

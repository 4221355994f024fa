package rei.sms.config.roles;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import org.springframework.context.ConfigurableApplicationContext;

import rei.sms.config.SmsEngineApplication;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;

/**
 * An engine that is there already: whoever starts it for a command joins it, and does not
 * end it.
 */
class RunningEngine extends Engine {

	private final ConfigurableApplicationContext context;

	RunningEngine(Settings settings, ConfigurableApplicationContext context) {
		super(SmsEngineApplication.class, settings);
		this.context = context;
	}

	@Override
	ConfigurableApplicationContext start(Role role) {
		return (ConfigurableApplicationContext) Proxy.newProxyInstance(RunningEngine.class.getClassLoader(),
				new Class<?>[] { ConfigurableApplicationContext.class }, (_, method, arguments) -> {
					if (method.getName().equals("close")) {
						return null;
					}
					try {
						return method.invoke(this.context, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}

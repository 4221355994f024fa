package rei.sms.config;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import rei.sms.config.roles.CommandLineInterface;

/** The engine: one program, whose first word says which of its roles it takes. */
@SpringBootApplication(scanBasePackages = "rei.sms", proxyBeanMethods = false,
		nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class SmsEngineApplication {

	/** Takes a role and ends with its exit code. */
	public static void main(String[] args) {
		System.exit(CommandLineInterface.execute(SmsEngineApplication.class, System.getenv(), args));
	}

}

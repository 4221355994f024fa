package rei.sms.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The engine. */
@SpringBootApplication(scanBasePackages = "rei.sms")
public class SmsEngineApplication {

	/** Runs the engine. */
	public static void main(String[] args) {
		SpringApplication.run(SmsEngineApplication.class, args);
	}

}

package rei.sms.config.roles;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs where a Chromium and its driver are installed, and says so where they are not. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithChromium.Installed.class)
@interface WithChromium {

	/** Looks for both. */
	final class Installed implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			return Chromium.isInstalled() ? ConditionEvaluationResult.enabled("Chromium is installed")
					: ConditionEvaluationResult.disabled("no chromium and chromedriver here: apt-get install chromium "
							+ "chromium-driver to have the pages looked at in a browser");
		}

	}

}

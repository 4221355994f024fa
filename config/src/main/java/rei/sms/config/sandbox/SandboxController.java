package rei.sms.config.sandbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the stand-ins' tables and phones, to people and to programs. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("trial.enabled")
class SandboxController {

	private final Trial trial;

	SandboxController(Trial trial) {
		this.trial = trial;
	}

	@GetMapping(path = "/sandbox", produces = MediaType.TEXT_HTML_VALUE)
	String page() {
		return this.trial.world().page();
	}

	@GetMapping(path = "/sandbox", produces = MediaType.APPLICATION_JSON_VALUE)
	Map<String, @Nullable Object> figures() {
		return this.trial.world().figures();
	}

}

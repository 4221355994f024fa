package rei.sms.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on which port the engine listens, and when everything it needs runs. */
@Component
@ConditionalOnBooleanProperty("engine.lasting")
class Listening {

	private static final Logger log = LoggerFactory.getLogger(Listening.class);

	@EventListener
	void listening(WebServerInitializedEvent event) {
		log.info("listening on port {}", event.getWebServer().getPort());
	}

	@EventListener
	void ready(ApplicationReadyEvent event) {
		log.info("the engine is ready after {} ms",
				(event.getTimeTaken() != null) ? event.getTimeTaken().toMillis() : 0);
	}

}

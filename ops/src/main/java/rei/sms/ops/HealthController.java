package rei.sms.ops;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers whether this process and its database are there, and with it how everything
 * else is doing.
 */
@RestController
class HealthController {

	private static final Logger log = LoggerFactory.getLogger(HealthController.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final HealthReport report;

	HealthController(HealthReport report) {
		this.report = report;
	}

	@GetMapping("/health")
	ResponseEntity<Object> health() throws InterruptedException {
		var asked = CompletableFuture.supplyAsync(this.report::now, Thread.ofVirtual().name("health")::start);
		try {
			return ResponseEntity.ok(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (ExecutionException | TimeoutException ex) {
			log.warn("the database does not answer: {}", ex.toString());
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.body(Map.of("status", "down", "database", Map.of("status", "down")));
		}
	}

}

package rei.sms.jobs.launch;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cron's composite tick. */
@RestController
@ConditionalOnWebApplication
class CronController {

	private final Tick tick;

	CronController(Tick tick) {
		this.tick = tick;
	}

	@PostMapping("/cron/all")
	ResponseEntity<Map<String, Object>> all(@RequestParam(required = false) @Nullable Long limit,
			@RequestParam(defaultValue = "false") boolean async) {
		var bound = JobController.limit(limit);
		if (async) {
			Thread.ofVirtual().name("cron-all").start(() -> this.tick.run(bound));
			return ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("status", "STARTED"));
		}
		var answer = new LinkedHashMap<String, Object>();
		answer.put("status", "ok");
		answer.put("jobs", this.tick.run(bound));
		return ResponseEntity.ok(answer);
	}

}

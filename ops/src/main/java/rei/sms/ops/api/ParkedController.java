package rei.sms.ops.api;

import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.operations.ParkedRecord;
import rei.sms.db.operations.ParkedRecords;

/** Records set aside, and letting one try again. */
@RestController
@ConditionalOnWebApplication
class ParkedController {

	private final ParkedRecords parked;

	ParkedController(ParkedRecords parked) {
		this.parked = parked;
	}

	@GetMapping("/parked")
	Map<String, List<ParkedRecord>> parked() {
		return Map.of("parked", this.parked.all());
	}

	@PostMapping("/parked/{id}/retry")
	Map<String, Object> retry(@PathVariable long id) {
		if (!this.parked.retry(id)) {
			throw Refused.missing("nothing is parked under " + id);
		}
		return Map.of("status", "ok", "id", id);
	}

}

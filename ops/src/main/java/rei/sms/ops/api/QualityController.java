package rei.sms.ops.api;

import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.health.SendingHealth;
import rei.sms.db.health.Standing;

/**
 * How templates, campaigns and numbers fare with carriers and sellers: shares with the
 * bounds between which they surely lie.
 */
@RestController
@ConditionalOnWebApplication
class QualityController {

	private final SendingHealth health;

	QualityController(SendingHealth health) {
		this.health = health;
	}

	@GetMapping("/quality")
	Map<String, List<Standing>> quality() {
		return Map.of("quality", this.health.all());
	}

}

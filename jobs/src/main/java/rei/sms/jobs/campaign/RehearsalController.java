package rei.sms.jobs.campaign;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Rehearses campaigns over HTTP: the launch that asks for a dry run, and a look alone.
 */
@RestController
@ConditionalOnWebApplication
class RehearsalController {

	private static final int TEXTS_SHOWN = 20;

	private final Rehearsal rehearsal;

	RehearsalController(Rehearsal rehearsal) {
		this.rehearsal = rehearsal;
	}

	@PostMapping(path = { "/jobs/campaign-send", "/run-campaigns" }, params = { "dry_run", "dry_run!=false" })
	ResponseEntity<Object> dryRun(@RequestParam(required = false) @Nullable String campaign,
			@RequestParam(defaultValue = "" + TEXTS_SHOWN) int texts) {
		return rehearse(campaign, texts);
	}

	@GetMapping("/rehearsal")
	ResponseEntity<Object> rehearse(@RequestParam(required = false) @Nullable String campaign,
			@RequestParam(defaultValue = "" + TEXTS_SHOWN) int texts) {
		int shown = Math.clamp(texts, 0, 1000);
		if (campaign == null || campaign.isBlank()) {
			return answer(this.rehearsal.all(shown));
		}
		return this.rehearsal.of(campaign, shown)
			.map((rehearsed) -> answer(List.of(rehearsed)))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
				.body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no campaign " + campaign)));
	}

	private static ResponseEntity<Object> answer(List<Rehearsed> rehearsed) {
		return ResponseEntity
			.ok(Map.of("dry_run", true, "rehearsed", rehearsed.stream().map(RehearsalView::of).toList()));
	}

}

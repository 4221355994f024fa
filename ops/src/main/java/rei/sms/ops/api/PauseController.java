package rei.sms.ops.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.HandedOver;

/** The kill switch; without a scope it stops everything. */
@RestController
@ConditionalOnWebApplication
class PauseController {

	private final Pauses pauses;

	private final HandedOver handedOver;

	private final Clock clock;

	PauseController(Pauses pauses, HandedOver handedOver, Clock clock) {
		this.pauses = pauses;
		this.handedOver = handedOver;
		this.clock = clock;
	}

	/** Answers what stands still now, and the texts that it comes too late for. */
	@PostMapping("/pause")
	Map<String, List<?>> pause(@RequestParam(required = false) @Nullable String market,
			@RequestParam(required = false) @Nullable String campaign,
			@RequestParam(required = false) @Nullable String number,
			@RequestParam(required = false) @Nullable String template,
			@RequestParam(required = false) @Nullable String reason) {
		var target = target(market, campaign, number, template);
		var now = this.clock.instant();
		this.pauses.pause(target.getKey(), target.getValue(), reason, now);
		var answer = new LinkedHashMap<String, List<?>>(paused());
		answer.put("handed_over",
				this.handedOver.stoppedBy(new Pause(target.getKey(), target.getValue(), reason, now), now));
		return answer;
	}

	@PostMapping("/resume")
	Map<String, List<Map<String, @Nullable String>>> resume(@RequestParam(required = false) @Nullable String market,
			@RequestParam(required = false) @Nullable String campaign,
			@RequestParam(required = false) @Nullable String number,
			@RequestParam(required = false) @Nullable String template) {
		var target = target(market, campaign, number, template);
		this.pauses.resume(target.getKey(), target.getValue());
		return paused();
	}

	@GetMapping("/pause")
	Map<String, List<Map<String, @Nullable String>>> paused() {
		return Map.of("paused", this.pauses.all().stream().map(PauseController::shown).toList());
	}

	private static Map.Entry<Pause.Scope, String> target(@Nullable String market, @Nullable String campaign,
			@Nullable String number, @Nullable String template) {
		if (template != null) {
			return Map.entry(Pause.Scope.TEMPLATE, template);
		}
		if (market != null) {
			return Map.entry(Pause.Scope.MARKET, market);
		}
		if (campaign != null) {
			return Map.entry(Pause.Scope.CAMPAIGN, campaign);
		}
		return Optional.ofNullable(number)
			.map((text) -> Map.entry(Pause.Scope.NUMBER, e164(text)))
			.orElse(Map.entry(Pause.Scope.ALL, ""));
	}

	private static String e164(String text) {
		return PhoneNumber.tryParse(text).orElseThrow(() -> Refused.malformed("number is not a phone number")).e164();
	}

	private static Map<String, @Nullable String> shown(Pause pause) {
		var shown = new LinkedHashMap<String, @Nullable String>();
		shown.put("scope", pause.scope().word());
		shown.put("value", pause.value().isEmpty() ? null : pause.value());
		shown.put("reason", pause.reason());
		shown.put("since", pause.since().toString());
		return shown;
	}

}

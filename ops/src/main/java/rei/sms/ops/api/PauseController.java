package rei.sms.ops.api;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.KillSwitch;

/** The kill switch; without a scope it stops everything. */
@RestController
@ConditionalOnWebApplication
class PauseController {

	private final Pauses pauses;

	private final KillSwitch killSwitch;

	private final Clock clock;

	PauseController(Pauses pauses, KillSwitch killSwitch, Clock clock) {
		this.pauses = pauses;
		this.killSwitch = killSwitch;
		this.clock = clock;
	}

	/**
	 * Answers what stands still now, the texts that it comes too late for, and the names
	 * that nothing goes by.
	 */
	@PostMapping("/pause")
	Map<String, List<?>> pause(@RequestParam(required = false) @Nullable String market,
			@RequestParam(required = false) @Nullable String campaign,
			@RequestParam(required = false) @Nullable String number,
			@RequestParam(required = false) @Nullable String template,
			@RequestParam(required = false) @Nullable String reason) {
		var pulled = this.killSwitch.pull(named(market, campaign, number, template), reason, this.clock.instant());
		var answer = new LinkedHashMap<String, List<?>>(paused());
		answer.put("handed_over", pulled.handedOver());
		answer.put("unknown", pulled.unknown());
		return answer;
	}

	@PostMapping("/resume")
	Map<String, List<Paused>> resume(@RequestParam(required = false) @Nullable String market,
			@RequestParam(required = false) @Nullable String campaign,
			@RequestParam(required = false) @Nullable String number,
			@RequestParam(required = false) @Nullable String template) {
		named(market, campaign, number, template).forEach(this.pauses::resume);
		return paused();
	}

	@GetMapping("/pause")
	Map<String, List<Paused>> paused() {
		return Map.of("paused", this.pauses.all().stream().map(Paused::of).toList());
	}

	/** The value of each scope that was named; everything when none was. */
	private static Map<Pause.Scope, String> named(@Nullable String market, @Nullable String campaign,
			@Nullable String number, @Nullable String template) {
		var scopes = new LinkedHashMap<Pause.Scope, String>();
		put(scopes, Pause.Scope.MARKET, market);
		put(scopes, Pause.Scope.CAMPAIGN, campaign);
		put(scopes, Pause.Scope.NUMBER, number);
		put(scopes, Pause.Scope.TEMPLATE, template);
		return scopes.isEmpty() ? Map.of(Pause.Scope.ALL, "") : scopes;
	}

	private static void put(Map<Pause.Scope, String> scopes, Pause.Scope scope, @Nullable String value) {
		if (value == null) {
			return;
		}
		if (value.isBlank()) {
			throw Refused.malformed(scope.word() + " is blank: name one, or leave it out to mean everything");
		}
		scopes.put(scope, (scope == Pause.Scope.NUMBER) ? e164(value) : value.strip());
	}

	private static String e164(String text) {
		return PhoneNumber.tryParse(text).orElseThrow(() -> Refused.malformed("number is not a phone number")).e164();
	}

	/** A pause as it is told, with a null where it names nothing. */
	record Paused(String scope, @Nullable String value, @Nullable String reason, Instant since) {

		static Paused of(Pause pause) {
			return new Paused(pause.scope().word(), pause.value().isEmpty() ? null : pause.value(), pause.reason(),
					pause.since());
		}

	}

}

package rei.sms.ops.live;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import rei.sms.ops.pages.Page;

/** News for open pages, as server-sent events. */
@Page
class LiveController {

	private final Listeners listeners;

	LiveController(Listeners listeners) {
		this.listeners = listeners;
	}

	@GetMapping("/ops/live")
	ResponseEntity<SseEmitter> live() {
		return this.listeners.welcome()
			.map((listener) -> ResponseEntity.ok().header("X-Accel-Buffering", "no").body(listener))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
	}

}

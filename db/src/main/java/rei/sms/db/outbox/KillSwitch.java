package rei.sms.db.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Pausable;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;

/** Pulls the kill switch, and says what that does not stop. */
@Component
public class KillSwitch {

	private final Pauses pauses;

	private final Pausable pausable;

	private final HandedOver handedOver;

	KillSwitch(Pauses pauses, Pausable pausable, HandedOver handedOver) {
		this.pauses = pauses;
		this.pausable = pausable;
		this.handedOver = handedOver;
	}

	/** Stops each scope that is named. */
	public Pulled pull(Map<Pause.Scope, String> named, @Nullable String reason, Instant now) {
		named.forEach((scope, value) -> this.pauses.pause(scope, value, reason, now));
		var gone = named.entrySet()
			.stream()
			.map((scope) -> new Pause(scope.getKey(), scope.getValue(), reason, now))
			.flatMap((pause) -> this.handedOver.stoppedBy(pause, now).stream())
			.distinct()
			.toList();
		return new Pulled(gone, this.pausable.unknown(named));
	}

	/**
	 * What a pull of the switch does not stop.
	 *
	 * @param handedOver the texts for which it came too late
	 * @param unknown the names that nothing goes by
	 */
	public record Pulled(List<HandedOver.Text> handedOver, List<Pausable.Unknown> unknown) {

		/** Where nothing was pulled. */
		public static final Pulled NOTHING = new Pulled(List.of(), List.of());

	}

}

package rei.sms.jobs.airtable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.jobs.http.Departure;
import rei.sms.jobs.http.JsonHttp;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/** Makes each call when the base's rate allows it, and tells all others what it met. */
@Component
class AirtableCalls {

	private static final String OUT_OF_CALLS = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";

	private static final Duration REST = Duration.ofSeconds(30);

	private final JsonHttp http;

	private final BaseRate rate;

	private final AirtableBases bases;

	AirtableCalls(BaseRate rate, AirtableBases bases, AirtableProperties properties) {
		this.http = new JsonHttp(properties.timeouts());
		this.rate = rate;
		this.bases = bases;
	}

	RequestBody body(Object value) {
		return this.http.body(value);
	}

	/** Makes a call that may be repeated: once more when the connection was lost. */
	JsonNode repeatable(String base, Lane lane, Request request) {
		try {
			return once(base, lane, request);
		}
		catch (Unavailable ex) {
			if (ex.getCause() instanceof IOException) {
				return once(base, lane, request);
			}
			throw ex;
		}
	}

	/** Makes a call once, whatever becomes of it. */
	JsonNode once(String base, Lane lane, Request request) {
		var turn = new AtomicReference<@Nullable Turn>();
		try {
			var answer = this.http.exchange(request, departure(base, lane, turn));
			wakeAfter(turn.get(), base);
			return answer;
		}
		catch (Rejected ex) {
			wakeAfter(turn.get(), base);
			throw ex.error().type().equals(CursorExpired.TYPE) ? new CursorExpired(ex) : ex;
		}
		catch (BaseStopped ex) {
			throw ex;
		}
		catch (Unavailable ex) {
			throw judged(base, ex);
		}
		finally {
			ended(turn.get(), base);
		}
	}

	private void ended(@Nullable Turn turn, String base) {
		if (turn != null) {
			this.rate.ended(base, turn);
		}
	}

	/** Stops the base for everybody: our token has no access. */
	Forbidden forbidden(String base, Rejected rejected) {
		return new Forbidden(base, this.bases.forbid(base, reason(rejected)));
	}

	/**
	 * The turn is taken on the open connection: a handshake after it would crowd the
	 * calls.
	 */
	private Departure departure(String base, Lane lane, AtomicReference<@Nullable Turn> turn) {
		return Departure.inTurn(() -> turn.set(this.rate.take(base, lane)), () -> left(base, turn));
	}

	private void left(String base, AtomicReference<@Nullable Turn> turn) {
		turn.updateAndGet((taken) -> (taken != null) ? this.rate.left(base, taken) : null);
	}

	private void wakeAfter(@Nullable Turn turn, String base) {
		if (turn != null && turn.probe()) {
			this.bases.wake(base);
		}
	}

	private Unavailable judged(String base, Unavailable ex) {
		if (ex.outcome() != Outcome.REFUSED_NOT_APPLIED) {
			if (ex.outcome() == Outcome.UNKNOWN || ex.getCause() != null) {
				this.bases.note(base, reason(ex));
			}
			return ex;
		}
		if (ex.error().type().equals(OUT_OF_CALLS)) {
			return new BillingStopped(base, this.bases.stopForTheMonth(base, reason(ex)));
		}
		var rest = longer(REST, ex.retryAfter().orElse(REST)).plusMillis(ThreadLocalRandom.current().nextInt(5000));
		this.bases.rest(base, rest, reason(ex));
		return new Unavailable(reason(ex), ex.outcome(), rest);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	private static String reason(RuntimeException ex) {
		return String.valueOf(ex.getMessage());
	}

}

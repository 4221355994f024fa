package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.textgrid.SendRequest;
import rei.sms.jobs.textgrid.SendResult;
import rei.sms.jobs.textgrid.TextGridClient;

/**
 * Sends what is due. Claims and results are committed by themselves, in groups; no
 * transaction is open while the provider is being called, and each call waits on a thread
 * of its own.
 */
@Component
class Dispatcher {

	private static final int LARGEST_CLAIM = 100;

	private static final Duration PATIENCE = Duration.ofMillis(200);

	private final Claims claims;

	private final Outcomes outcomes;

	private final TextGridClient provider;

	private final SendingProperties sending;

	Dispatcher(Claims claims, Outcomes outcomes, TextGridClient provider, SendingProperties sending) {
		this.claims = claims;
		this.outcomes = outcomes;
		this.provider = provider;
		this.sending = sending;
	}

	/**
	 * Sends until nothing is due, {@code limit} texts are claimed, or {@code stopped};
	 * calls under way are awaited.
	 */
	Sent send(long limit, BooleanSupplier stopped) {
		var ended = new LinkedBlockingQueue<EndedCall>();
		var sent = new Sent();
		while (!stopped.getAsBoolean() && sent.cleared < limit) {
			var free = this.sending.sendConcurrency() - sent.inFlight;
			var claim = (free > 0)
					? this.claims.take((int) Math.min(Math.min(free, LARGEST_CLAIM), limit - sent.cleared))
					: Claim.NOTHING;
			claim.cleared().forEach((text) -> begin(text, ended));
			sent.add(claim);
			if (claim.isEmpty() && sent.inFlight == 0) {
				break;
			}
			settle(ended, sent, claim.isEmpty());
		}
		while (sent.inFlight > 0) {
			settle(ended, sent, true);
		}
		return sent;
	}

	private void begin(ClearedText text, BlockingQueue<EndedCall> ended) {
		Thread.ofVirtual().name("send").start(() -> ended.add(new EndedCall(text, call(text))));
	}

	private SendResult call(ClearedText text) {
		try {
			return this.provider.send(
					new SendRequest(text.id(), text.ourNumber(), text.sellerPhone(), text.body(), text.validity()),
					text.lease()::holds);
		}
		catch (RuntimeException ex) {
			return new SendResult.Unknown(ex.getClass().getSimpleName());
		}
	}

	private void settle(BlockingQueue<EndedCall> ended, Sent sent, boolean wait) {
		var calls = new ArrayList<EndedCall>();
		try {
			var first = wait ? ended.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : ended.poll();
			if (first != null) {
				calls.add(first);
				ended.drainTo(calls);
				settle(calls);
				sent.ended(calls);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted with calls under way; they will be settled as unknown", ex);
		}
	}

	/**
	 * What the provider did must be written down: a passing fault of the database is
	 * waited out.
	 */
	private void settle(List<EndedCall> calls) {
		for (var left = 5;; left--) {
			try {
				this.outcomes.settle(calls);
				return;
			}
			catch (TransientDataAccessException ex) {
				if (left == 0) {
					throw ex;
				}
			}
		}
	}

	/** What one dispatch did. */
	static final class Sent {

		private long cleared;

		private long refused;

		private long taken;

		private int inFlight;

		private void add(Claim claim) {
			this.cleared += claim.cleared().size();
			this.refused += claim.refused();
			this.inFlight += claim.cleared().size();
		}

		private void ended(List<EndedCall> calls) {
			this.inFlight -= calls.size();
			this.taken += calls.stream().filter((call) -> call.result() instanceof SendResult.Taken).count();
		}

		long cleared() {
			return this.cleared;
		}

		long refused() {
			return this.refused;
		}

		long taken() {
			return this.taken;
		}

	}

}

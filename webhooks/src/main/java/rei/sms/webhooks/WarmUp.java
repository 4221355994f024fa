package rei.sms.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Runs the webhooks' whole way before readiness says that they may be called, so that the
 * first seller's text is as fast as the thousandth; it leaves nothing behind.
 */
@Component
@ConditionalOnWebApplication
class WarmUp implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private final CountDownLatch done = new CountDownLatch(1);

	private final SelfCalls calls;

	private final Duration longest;

	WarmUp(SelfCalls calls, WebhookProperties properties) {
		this.calls = calls;
		this.longest = properties.warmUp();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			this.calls.run(Instant.now().plus(this.longest));
		}
		catch (RuntimeException ex) {
			log.warn("the webhooks start cold: {}", ex.toString());
		}
		finally {
			this.done.countDown();
		}
	}

	/** Waits until the webhooks are warm, though not for ever. */
	void await() {
		try {
			this.done.await(this.longest.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

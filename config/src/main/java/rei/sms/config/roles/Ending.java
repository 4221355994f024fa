package rei.sms.config.roles;

import java.util.concurrent.CountDownLatch;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The end of a long-lived role: it comes when the process is told to stop. */
final class Ending {

	private final CountDownLatch closed = new CountDownLatch(1);

	private Ending() {
	}

	static Ending of(ConfigurableApplicationContext context) {
		var ending = new Ending();
		context.addApplicationListener((ContextClosedEvent event) -> ending.closed.countDown());
		return ending;
	}

	void await() throws InterruptedException {
		this.closed.await();
	}

}

package rei.sms.ops.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import rei.sms.ops.access.PagesOn;

/**
 * Whoever looks at a page just now. One thread feels the pulse for all of them and sleeps
 * while nobody looks; a heartbeat finds out who is gone.
 */
@Component
@Conditional(PagesOn.class)
class Listeners implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Listeners.class);

	private static final int MOST = 100;

	private static final Duration LOOK = Duration.ofSeconds(1);

	private static final int LOOKS_A_HEARTBEAT = 15;

	/** A listener comes back by itself; the session is looked at anew. */
	private static final Duration LONGEST = Duration.ofMinutes(30);

	private final Pulse pulse;

	private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();

	private final Semaphore somebody = new Semaphore(0);

	private @Nullable Thread thread;

	private volatile boolean running;

	Listeners(Pulse pulse) {
		this.pulse = pulse;
	}

	/** Somebody new, unless there are too many. */
	Optional<SseEmitter> welcome() {
		if (!this.running || this.listeners.size() >= MOST) {
			return Optional.empty();
		}
		var listener = new SseEmitter(LONGEST.toMillis());
		listener.onCompletion(() -> this.listeners.remove(listener));
		listener.onTimeout(listener::complete);
		this.listeners.add(listener);
		tell(listener, SseEmitter.event().comment("welcome").reconnectTime(3000));
		this.somebody.release();
		return Optional.of(listener);
	}

	int count() {
		return this.listeners.size();
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofVirtual().name("ops-live").start(this::listen);
	}

	/** Requests that never end by themselves would hold up the end of the engine. */
	@Override
	public void stop() {
		this.running = false;
		if (this.thread != null) {
			this.thread.interrupt();
		}
		this.listeners.forEach(SseEmitter::complete);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void listen() {
		try {
			for (var look = 1; this.running; look++) {
				if (this.listeners.isEmpty()) {
					this.somebody.acquire();
				}
				this.somebody.drainPermits();
				news().ifPresent((news) -> this.listeners
					.forEach((listener) -> tell(listener, SseEmitter.event().name("news").data(news))));
				if (look % LOOKS_A_HEARTBEAT == 0) {
					this.listeners.forEach((listener) -> tell(listener, SseEmitter.event().comment("still here")));
				}
				Thread.sleep(LOOK);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Optional<String> news() {
		try {
			var topics = this.pulse.changed();
			return topics.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", topics));
		}
		catch (DataAccessException ex) {
			log.debug("no news: {}", ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private void tell(SseEmitter listener, SseEmitter.SseEventBuilder event) {
		try {
			listener.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			this.listeners.remove(listener);
			listener.completeWithError(ex);
		}
	}

}

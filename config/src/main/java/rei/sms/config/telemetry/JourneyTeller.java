package rei.sms.config.telemetry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import rei.sms.db.journey.Journeys;
import rei.sms.db.journey.Leg;
import rei.sms.db.operations.Notes;

/**
 * Tells a collector the journeys of messages, one process for all; where the collector is
 * away they are told when it is back, up to an hour later.
 */
@Component
@ConditionalOnBooleanProperty("tracing.enabled")
@EnableConfigurationProperties(TracingProperties.class)
class JourneyTeller implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JourneyTeller.class);

	private static final String CURSOR = "journeys are told until";

	private static final Duration LONGEST = Duration.ofHours(1);

	/** What commits late is not missed. */
	private static final Duration LAG = Duration.ofSeconds(2);

	private static final Duration STEP = Duration.ofMinutes(1);

	private static final int TOGETHER = 500;

	private final String process = UUID.randomUUID().toString();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Journeys journeys;

	private final Notes notes;

	private final TracingProperties properties;

	private final Clock clock;

	private volatile boolean running;

	private boolean away;

	JourneyTeller(Journeys journeys, Notes notes, TracingProperties properties, Clock clock) {
		this.journeys = journeys;
		this.notes = notes;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("journeys").start(this::tellOn);
	}

	@Override
	public void stop() {
		this.running = false;
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void tellOn() {
		try {
			while (!this.stopped.await(this.properties.interval().toMillis(), TimeUnit.MILLISECONDS)) {
				tell();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void tell() throws InterruptedException {
		try {
			var now = this.clock.instant();
			if (this.journeys.take(this.process, now)) {
				tell(now.minus(LAG));
			}
			this.away = false;
		}
		catch (IOException | DataAccessException ex) {
			if (!this.away) {
				log.warn("traces are not told: {}", ex.getMessage());
			}
			this.away = true;
		}
	}

	private void tell(Instant until) throws IOException, InterruptedException {
		var oldest = until.minus(LONGEST);
		var from = this.notes.find(CURSOR).map(Instant::parse).filter(oldest::isBefore).orElse(oldest);
		while (from.isBefore(until)) {
			var to = from.plus(STEP).isBefore(until) ? from.plus(STEP) : until;
			var legs = this.journeys.legs(from, to);
			for (int begin = 0; begin < legs.size(); begin += TOGETHER) {
				post(legs.subList(begin, Math.min(legs.size(), begin + TOGETHER)));
			}
			this.notes.put(CURSOR, to.toString(), to);
			from = to;
		}
	}

	private void post(List<Leg> legs) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(this.properties.address())
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(Spans.json(legs, this.properties.service())));
		this.properties.headersByName().forEach(request::header);
		var status = this.http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status / 100 != 2) {
			throw new IOException("the collector answered " + status);
		}
	}

}

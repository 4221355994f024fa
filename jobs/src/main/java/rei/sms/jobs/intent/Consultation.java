package rei.sms.jobs.intent;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import rei.sms.db.inbox.Request;
import rei.sms.db.model.ModelReadings;
import rei.sms.jobs.ai.ModelProperties;

/**
 * Puts messages that the embedded classifier doubts before AI engines, many at once and
 * within no transaction, and keeps each answer as it comes. What the time is too short
 * for stays with the classifier.
 */
@Component
class Consultation implements Tasklet {

	private static final Logger log = LoggerFactory.getLogger(Consultation.class);

	private static final int PAGE = 200;

	private final UnreadMessages unread;

	private final EmbeddedReading embedded;

	private final SecondReading second;

	private final ModelReadings readings;

	private final Duration budget;

	private final Clock clock;

	Consultation(UnreadMessages unread, EmbeddedReading embedded, SecondReading second, ModelReadings readings,
			ModelProperties models, Clock clock) {
		this.unread = unread;
		this.embedded = embedded;
		this.second = second;
		this.readings = readings;
		this.budget = models.budget();
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		var execution = context.getStepContext().getStepExecution();
		long left = execution.getJobParameters().getLong("limit", Long.MAX_VALUE);
		long deadline = System.nanoTime() + this.budget.toNanos();
		var page = this.unread.after(null, (int) Math.min(left, PAGE));
		while (!page.isEmpty() && !execution.isTerminateOnly() && System.nanoTime() < deadline) {
			contribution.incrementWriteCount(ask(page, deadline));
			left -= page.size();
			page = (left > 0) ? this.unread.after(page.getLast(), (int) Math.min(left, PAGE)) : List.of();
		}
		return RepeatStatus.FINISHED;
	}

	private long ask(List<Unclassified> page, long deadline) {
		var answered = new AtomicLong();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			page.stream()
				.filter((message) -> message.request() == Request.NONE)
				.map((message) -> new Doubtful(message, this.embedded.of(message)))
				.filter((doubtful) -> this.embedded.doubts(doubtful.read()))
				.forEach((doubtful) -> threads.execute(() -> read(doubtful, deadline, answered)));
		}
		return answered.get();
	}

	private void read(Doubtful doubtful, long deadline, AtomicLong answered) {
		if (System.nanoTime() >= deadline) {
			return;
		}
		try {
			this.readings.keep(doubtful.message().id(), this.second.of(doubtful), this.clock.instant());
			answered.incrementAndGet();
		}
		catch (RuntimeException ex) {
			log.warn("{} could not be put before an engine: {}", doubtful.message().sid(),
					ex.getClass().getSimpleName());
		}
	}

}

package rei.sms.jobs.responder;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import rei.sms.db.model.ModelReplies;
import rei.sms.jobs.ai.ModelProperties;
import rei.sms.jobs.rules.ReplyPlan;
import rei.sms.jobs.rules.ReplyPolicy;

/**
 * Has replies written by AI engines, many at once and within no transaction, and keeps
 * each as it comes. What the time is too short for is answered from the templates.
 */
@Component
class Drafting implements Tasklet {

	private static final Logger log = LoggerFactory.getLogger(Drafting.class);

	private static final int MOST = 1000;

	private final UnansweredMessages unanswered;

	private final ReplyWriter writer;

	private final ModelReplies replies;

	private final Duration budget;

	private final Clock clock;

	Drafting(UnansweredMessages unanswered, ReplyWriter writer, ModelReplies replies, ModelProperties models,
			Clock clock) {
		this.unanswered = unanswered;
		this.writer = writer;
		this.replies = replies;
		this.budget = models.budget();
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		var execution = context.getStepContext().getStepExecution();
		var limit = execution.getJobParameters().getLong("limit", Long.MAX_VALUE);
		long deadline = System.nanoTime() + this.budget.toNanos();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var message : this.unanswered.first((int) Math.min(limit, MOST))) {
				if (message.written() == null && message.duplicateOf() == null
						&& ReplyPolicy.STANDARD.decide(message.facts()) instanceof ReplyPlan.Reply plan
						&& plan.kind() == ReplyPlan.Kind.AI) {
					contribution.incrementReadCount();
					threads.execute(() -> write(message, plan, deadline));
				}
			}
		}
		return RepeatStatus.FINISHED;
	}

	private void write(Unanswered message, ReplyPlan.Reply plan, long deadline) {
		if (System.nanoTime() >= deadline) {
			return;
		}
		try {
			this.replies.keep(message.id(), this.writer.write(message, plan), this.clock.instant());
		}
		catch (RuntimeException ex) {
			log.warn("{} could not be put before an engine: {}", message.id(), ex.getClass().getSimpleName());
		}
	}

}

package rei.sms.jobs.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.operations.Problems;
import rei.sms.db.outbox.Attempts;
import rei.sms.db.outbox.Blocks;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.Backoff;
import rei.sms.jobs.rules.ErrorClass;
import rei.sms.jobs.rules.ErrorClasses;
import rei.sms.jobs.textgrid.SendResult;

/**
 * Writes down what became of texts that were handed to the provider, each once, and what
 * follows from it.
 */
@Component
class Outcomes {

	private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

	private final Outbox outbox;

	private final Attempts attempts;

	private final Settlements settlements;

	private final Blocks blocks;

	private final Suppressions suppressions;

	private final Contacts contacts;

	private final Pauses pauses;

	private final Problems problems;

	private final SendingProperties sending;

	private final CountLock counts;

	private final Clock clock;

	Outcomes(Outbox outbox, Attempts attempts, Settlements settlements, Blocks blocks, Suppressions suppressions,
			Contacts contacts, Pauses pauses, Problems problems, SendingProperties sending, CountLock counts,
			Clock clock) {
		this.outbox = outbox;
		this.attempts = attempts;
		this.settlements = settlements;
		this.blocks = blocks;
		this.suppressions = suppressions;
		this.contacts = contacts;
		this.pauses = pauses;
		this.problems = problems;
		this.sending = sending;
		this.counts = counts;
		this.clock = clock;
	}

	/**
	 * Settles calls that have ended, in one transaction, and gives their phones' leases
	 * back.
	 */
	@Transactional
	public void settle(List<EndedCall> calls) {
		this.counts.take();
		var now = this.clock.instant();
		var taken = new ArrayList<TakenText>();
		for (var call : calls) {
			switch (call.result()) {
				case SendResult.Taken result -> taken.add(new TakenText(call.text().id(), result.sid(), now));
				case SendResult.Refused refused -> refused(call.text(), refused, now);
				case SendResult.NotSent notSent -> notSent(call.text(), notSent, now);
				case SendResult.Unknown unknown -> unknown(call.text(), unknown, now);
			}
		}
		this.settlements.taken(taken);
		taken.forEach((text) -> log.info("{} sent as {}", text.id(), text.sid()));
		this.suppressions.release(calls.stream().map((call) -> call.text().sellerPhone()).toList());
	}

	private void refused(ClearedText text, SendResult.Refused refused, Instant now) {
		var meaning = ErrorClasses.standard().of(status(refused.code()), refused.code(), refused.message());
		log.info("{} refused: {}", text.id(), meaning.reason());
		if (meaning instanceof ErrorClass.Transient && status(refused.code()) >= 500) {
			inTrouble(text, refused.code(), now);
			return;
		}
		this.outbox.uncount(text.ourNumber());
		switch (meaning) {
			case ErrorClass.Transient passing -> later(text, refused.code(), passing, Optional.empty(), now);
			case ErrorClass.PauseAll trouble -> pauseAll(text, trouble, now);
			case ErrorClass.Suppress blocked -> {
				this.attempts.end(text.id(), "REFUSED", refused.code(), blocked.reason(), now);
				this.outbox.close(text.id(), DeliveryStatus.OPT_OUT, refused.code());
				this.blocks.block(text.sellerPhone(), text.id(), now);
			}
			case ErrorClass.Unreachable unreachable -> {
				fail(text, refused.code(), unreachable.reason(), now);
				this.contacts.markUnreachable(text.sellerPhone(), refused.code(), now);
			}
			case ErrorClass.BadMessage bad -> fail(text, refused.code(), bad.reason(), now);
			case ErrorClass.Filtered filtered -> fail(text, refused.code(), filtered.reason(), now);
			case ErrorClass.Unknown unknown -> {
				fail(text, refused.code(), unknown.reason(), now);
				this.problems.report("provider-unknown-code", refused.code(),
						"the provider refused a text with " + unknown.reason() + "; it was not retried",
						"look the code up and add it to error-classes.csv", now);
			}
		}
	}

	/**
	 * A provider in trouble may have taken it all the same: it is looked up before it is
	 * tried again.
	 */
	private void inTrouble(ClearedText text, String status, Instant now) {
		this.attempts.end(text.id(), "UNKNOWN", status, "the provider was in trouble", now);
		this.outbox.unknown(text.id(), UnsettledText.IN_TROUBLE + " " + status);
	}

	private void fail(ClearedText text, String code, String reason, Instant now) {
		this.attempts.end(text.id(), "REFUSED", code, reason, now);
		this.outbox.fail(text.id(), text.ourNumber(), code);
	}

	private void later(ClearedText text, String code, ErrorClass.Transient passing, Optional<Duration> retryAfter,
			Instant now) {
		if (text.attempts() >= this.sending.maxRetries()) {
			fail(text, code, passing.reason() + ", after " + text.attempts() + " attempts", now);
			return;
		}
		this.attempts.end(text.id(), "REFUSED", code, passing.reason(), now);
		var wait = Backoff.after(text.attempts(), ThreadLocalRandom.current().nextDouble(), retryAfter);
		this.outbox.retryAt(text.id(), now.plus(wait), passing.reason());
	}

	private void pauseAll(ClearedText text, ErrorClass.PauseAll trouble, Instant now) {
		this.attempts.end(text.id(), "NOT_SENT", null, trouble.reason(), now);
		this.outbox.giveBack(text.id(), now.plus(Duration.ofMinutes(1)), trouble.reason());
		this.pauses.pause(Pause.Scope.ALL, "", trouble.reason(), now);
		this.problems.report("provider-account", "", "the provider refuses our account: " + trouble.reason(),
				"mend the account, then resume", now);
	}

	/** It never left: no attempt was made and nothing is used up. */
	private void notSent(ClearedText text, SendResult.NotSent notSent, Instant now) {
		this.attempts.end(text.id(), "NOT_SENT", null, notSent.reason(), now);
		this.outbox.uncount(text.ourNumber());
		var wait = text.lease().holds()
				? Backoff.after(text.attempts(), ThreadLocalRandom.current().nextDouble(), notSent.retryAfter())
				: Duration.ZERO;
		log.info("{} not sent: {}", text.id(), notSent.reason());
		this.outbox.giveBack(text.id(), now.plus(wait), notSent.reason());
	}

	private void unknown(ClearedText text, SendResult.Unknown unknown, Instant now) {
		log.warn("{} may or may not have gone: {}", text.id(), unknown.reason());
		this.attempts.end(text.id(), "UNKNOWN", null, unknown.reason(), now);
		this.outbox.unknown(text.id(), unknown.reason());
	}

	private static int status(String code) {
		return code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 0;
	}

}

package rei.sms.jobs.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.CountLock;
import rei.sms.db.conversation.Unheard;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.SendRates;
import rei.sms.db.number.SendingNumber;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.Attempts;
import rei.sms.db.outbox.Decided;
import rei.sms.db.outbox.DueText;
import rei.sms.db.outbox.DueTexts;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.Decision;
import rei.sms.jobs.rules.Decision.Allowed;
import rei.sms.jobs.rules.Decision.Refused;
import rei.sms.jobs.rules.Decision.Rule;
import rei.sms.jobs.rules.SendGate;
import rei.sms.jobs.rules.StateHours;

/**
 * Claims queued texts: in one transaction it takes their phones' leases, asks the gate,
 * keeps its decisions and marks what may go as SENDING. Claims take turns across all
 * processes, so rates and caps are exact.
 */
@Component
class Claims {

	private static final Logger log = LoggerFactory.getLogger(Claims.class);

	/** How long a text waits that only a person's doing lets go. */
	private static final Duration HOLD = Duration.ofSeconds(15);

	private static final Duration DAY = Duration.ofHours(24);

	private final DueTexts dueTexts;

	private final Outbox outbox;

	private final Attempts attempts;

	private final Suppressions suppressions;

	private final Unheard unheard;

	private final SendingNumbers numbers;

	private final SendRates rates;

	private final Pauses pauses;

	private final NumberPool pool;

	private final SendGate gate;

	private final SendingProperties sending;

	private final SharedRates shared;

	private final CountLock counts;

	private final Clock clock;

	Claims(DueTexts dueTexts, Outbox outbox, Attempts attempts, Suppressions suppressions, Unheard unheard,
			SendingNumbers numbers, SendRates rates, Pauses pauses, NumberPool pool, SendGate gate,
			SendingProperties sending, SharedRates shared, CountLock counts, Clock clock) {
		this.dueTexts = dueTexts;
		this.outbox = outbox;
		this.attempts = attempts;
		this.suppressions = suppressions;
		this.unheard = unheard;
		this.numbers = numbers;
		this.rates = rates;
		this.pauses = pauses;
		this.pool = pool;
		this.gate = gate;
		this.sending = sending;
		this.shared = shared;
		this.counts = counts;
		this.clock = clock;
	}

	/** Claims up to {@code limit} texts whose time has come. */
	@Transactional
	public Claim take(int limit) {
		this.rates.lock();
		this.counts.take();
		// Not before: who waited for its turn spends the minute in which it has it.
		var now = this.clock.instant();
		var lease = Lease.fromNow();
		var budget = budget(now);
		var due = this.dueTexts.lockDue(limit, now);
		var ahead = ahead(limit - due.size(), due.size(), budget, now);
		var texts = onePerPhone(Stream.concat(due.stream(), ahead.stream()).toList());
		if (texts.isEmpty()) {
			return Claim.NOTHING;
		}
		var leased = this.suppressions.lease(texts.keySet(), Lease.GRANTED);
		texts.keySet().retainAll(leased);
		return decide(List.copyOf(texts.values()), ids(ahead), budget, lease, now);
	}

	/** Texts that wait in a row go before their time when there is room after all. */
	private List<DueText> ahead(int limit, int due, Budget budget, Instant now) {
		int room = Math.min(limit, budget.room() - due);
		var numbers = budget.withRoom();
		return (room > 0 && !numbers.isEmpty()) ? this.dueTexts.lockAhead(room, numbers, now) : List.of();
	}

	private static Set<UUID> ids(List<DueText> texts) {
		return texts.stream().map(DueText::id).collect(Collectors.toSet());
	}

	private Claim decide(List<DueText> texts, Set<UUID> ahead, Budget budget, Lease lease, Instant now) {
		var gate = gate(texts, budget, now);
		var passed = new ArrayList<Passed>();
		var decided = new ArrayList<Decided>();
		var refusedPhones = new ArrayList<PhoneNumber>();
		var full = new FullMinutes(this.sending);
		int waiting = 0;
		for (var text : texts) {
			var from = Optional.ofNullable(text.ourNumber()).or(() -> this.pool.choose(text, gate.budget()));
			var decision = from.map((number) -> gate.decide(text, number)).orElseGet(() -> noNumber(text));
			switch (decision) {
				case Allowed allowed -> {
					var number = from.orElseThrow();
					gate.budget().spend(number, text.segments());
					passed.add(new Passed(text, number, allowed));
				}
				case Refused refused -> {
					refusedPhones.add(text.sellerPhone());
					if (!full.take(text, refused)) {
						refuse(text, refused, now).ifPresent(decided::add);
					}
					else if (ahead.contains(text.id())) {
						waiting++;
					}
				}
			}
		}
		var cleared = clear(passed, gate.budget(), decided, refusedPhones, lease, now);
		claim(cleared, now);
		full.all().forEach((minute) -> this.outbox.spread(minute, now));
		keep(decided, gate.budget(), refusedPhones, now);
		return new Claim(cleared, texts.size() - cleared.size() - waiting);
	}

	private void claim(List<ClearedText> cleared, Instant now) {
		if (!cleared.isEmpty()) {
			this.outbox.claim(cleared.stream().collect(Collectors.toMap(ClearedText::id, ClearedText::ourNumber)), now);
		}
	}

	/** Claims what passed the gate, as far as those who share our rates leave room. */
	private List<ClearedText> clear(List<Passed> passed, Budget budget, List<Decided> decided,
			List<PhoneNumber> refusedPhones, Lease lease, Instant now) {
		var rooms = this.shared.reserve(passed.stream().map(Passed::wanted).toList());
		var cleared = new ArrayList<ClearedText>();
		for (int index = 0; index < passed.size(); index++) {
			var text = passed.get(index).text();
			var number = passed.get(index).from();
			var room = rooms.get(index);
			if (room.isPresent()) {
				budget.takeBack(number, text.segments());
				refusedPhones.add(text.sellerPhone());
				refuse(text, new Refused(Rule.NUMBER_RATE, "the minute that we share is full", room, false), now)
					.ifPresent(decided::add);
			}
			else {
				decided.add(allowed(text, number, passed.get(index).decision(), now));
				cleared.add(new ClearedText(text.id(), text.sellerPhone(), number, text.body(), text.attempts() + 1,
						validity(text, passed.get(index).decision(), now), lease));
			}
		}
		return cleared;
	}

	private void keep(List<Decided> decided, Budget budget, List<PhoneNumber> refused, Instant now) {
		if (!decided.isEmpty()) {
			this.attempts.record(decided);
		}
		if (!refused.isEmpty()) {
			this.suppressions.release(refused);
		}
		if (!budget.spentSegments().isEmpty()) {
			this.rates.count(budget.spentSegments(), now);
			this.numbers.countSent(budget.sent(), now);
		}
	}

	private Gate gate(List<DueText> texts, Budget budget, Instant now) {
		var phones = texts.stream().map(DueText::sellerPhone).toList();
		return new Gate(this.gate, this.pauses.all(), this.suppressions.standing(phones), this.unheard.among(phones),
				this.attempts.sentSince(phones, now.minus(DAY)), budget, now);
	}

	private Budget budget(Instant now) {
		Map<PhoneNumber, SendingNumber> numbers = this.numbers.all()
			.stream()
			.collect(Collectors.toMap(SendingNumber::phone, Function.identity()));
		var scopes = Stream.concat(Stream.of(SendRates.ALL), numbers.keySet().stream().map(PhoneNumber::e164)).toList();
		return new Budget(this.sending, numbers, this.rates.lastMinute(scopes, Budget.since(now)), now);
	}

	/** One text a phone and claim: the next waits until this one's lease is over. */
	private static Map<PhoneNumber, DueText> onePerPhone(List<DueText> due) {
		var texts = new LinkedHashMap<PhoneNumber, DueText>();
		due.forEach((text) -> texts.putIfAbsent(text.sellerPhone(), text));
		return texts;
	}

	private static Decision noNumber(DueText text) {
		return new Refused(Rule.NUMBER, "no active number of " + text.market(), Optional.empty(), false);
	}

	private Decided allowed(DueText text, PhoneNumber from, Allowed allowed, Instant now) {
		return new Decided(text.id(), text.sellerPhone(), from, now, true, "allowed", null, allowed.ruleVersion(),
				allowed.zone().getId(), null, text.segments());
	}

	/**
	 * Puts a text off, or takes it out for good; answers the decision unless it is the
	 * one that stands already.
	 */
	private Optional<Decided> refuse(DueText text, Refused refused, Instant now) {
		var next = refused.next().orElseGet(() -> now.plus(HOLD));
		if (refused.forever() || (text.expiresAt() != null && !next.isBefore(text.expiresAt()))) {
			this.outbox.close(text.id(), endStatus(refused.rule()), refused.reason());
		}
		else {
			this.outbox.putOff(text.id(), next, refused.reason());
		}
		if (refused.reason().equals(text.reason()) && !refused.forever()) {
			return Optional.empty();
		}
		log.info("{} waits: {}", text.id(), refused.rule());
		return Optional.of(new Decided(text.id(), text.sellerPhone(), text.ourNumber(), now, false,
				refused.rule().name(), refused.reason(), StateHours.standard().version(), null,
				refused.next().orElse(null), text.segments()));
	}

	private static DeliveryStatus endStatus(Rule rule) {
		return (rule == Rule.SUPPRESSION || rule == Rule.CONSENT) ? DeliveryStatus.OPT_OUT : DeliveryStatus.FAILED;
	}

	private static Optional<Duration> validity(DueText text, Allowed allowed, Instant now) {
		var end = (text.expiresAt() != null && text.expiresAt().isBefore(allowed.validUntil())) ? text.expiresAt()
				: allowed.validUntil();
		return Optional.of(Duration.between(now, end));
	}

	/** A text that the gate let through, and from which number. */
	private record Passed(DueText text, PhoneNumber from, Allowed decision) {

		private SharedRates.Wanted wanted() {
			return new SharedRates.Wanted(this.from.e164(), this.text.segments());
		}

	}

}

package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.rules.Decision.Refused;
import rei.sms.jobs.rules.Decision.Rule;

/**
 * How many texts one recipient may get.
 *
 * @param perDay texts in any 24 hours by the engine's own cap
 * @param unanswered how long one unanswered campaign text keeps the next away
 * @param repliesCount whether answers to a seller fall under the engine's own cap; under
 * the states' they always do
 */
public record FrequencyCap(int perDay, Duration unanswered, boolean repliesCount) {

	/** The engine's own cap where the operator sets no other. */
	public static final FrequencyCap STANDARD = new FrequencyCap(3, Duration.ofHours(72), false);

	/** The states whose laws cap texts, whatever the engine's cap is. */
	private static final Set<UsState> CAPPED = Set.of(UsState.FL, UsState.OK, UsState.MD);

	private static final int CAP_BY_LAW = 3;

	private static final Duration DAY = Duration.ofHours(24);

	Optional<Refused> refuse(GateFacts facts) {
		return byLaw(facts).or(() -> byEngine(facts)).or(() -> byUnanswered(facts));
	}

	private static Optional<Refused> byLaw(GateFacts facts) {
		var recipient = facts.recipient();
		var capped = !recipient.isKnown() || recipient.states().stream().anyMatch(CAPPED::contains);
		return capped ? capped(facts, CAP_BY_LAW, "the state's cap") : Optional.empty();
	}

	private Optional<Refused> byEngine(GateFacts facts) {
		return (facts.kind() == TextKind.REPLY && !this.repliesCount) ? Optional.empty()
				: capped(facts, this.perDay, "the engine's cap");
	}

	private static Optional<Refused> capped(GateFacts facts, int cap, String whose) {
		var dayAgo = facts.now().minus(DAY);
		return facts.history()
			.sent()
			.stream()
			.filter((sent) -> sent.isAfter(dayAgo))
			.sorted(Comparator.reverseOrder())
			.skip(cap - 1L)
			.findFirst()
			.map((oldest) -> Refused.until(Rule.FREQUENCY, whose + ": " + cap + " in 24 hours", oldest.plus(DAY)));
	}

	private Optional<Refused> byUnanswered(GateFacts facts) {
		if (facts.kind() != TextKind.CAMPAIGN) {
			return Optional.empty();
		}
		return facts.history()
			.lastCampaignAt()
			.filter((sent) -> !isAnswered(sent, facts.history().lastInboundAt()))
			.map((sent) -> sent.plus(this.unanswered))
			.filter(facts.now()::isBefore)
			.map((next) -> Refused.until(Rule.FREQUENCY, "a campaign text is unanswered", next));
	}

	private static boolean isAnswered(Instant sent, Optional<Instant> inbound) {
		return inbound.filter((answer) -> !answer.isBefore(sent)).isPresent();
	}

}

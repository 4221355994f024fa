package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.NumberSent;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.PersonList;
import rei.sms.db.outbox.Deliveries;
import rei.sms.db.outbox.Echoes;
import rei.sms.db.outbox.HandedOver;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.outbox.UnknownOutcomes;
import rei.sms.db.outbox.UnknownOutcomes.Settled;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** A text of unknown outcome is settled by a person's word, once, and never blindly. */
@JobTest
@Import(DispatchTests.Application.class)
class PersonsAnswerTests {

	private static final PhoneNumber OURS = new PhoneNumber("+17132000001");

	private static final PhoneNumber SELLER = new PhoneNumber("+17132340001");

	private static final TextGridStandIn PROVIDER = TextGridStandIn.start(TextGridOptions.of(OURS.e164()));

	@Autowired
	private TestRows rows;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private MutableClock clock;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Outbox outbox;

	@Autowired
	private SendingNumbers numbers;

	@Autowired
	private UnknownOutcomes unknown;

	@Autowired
	private Echoes echoes;

	@Autowired
	private PersonList people;

	@Autowired
	private HandedOver handedOver;

	@Autowired
	private Settlements settlements;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	@Qualifier("retry")
	private Job retry;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry registry) {
		registry.add("textgrid.api-url", PROVIDER::url);
		registry.add("textgrid.account-sid", PROVIDER::accountSid);
		registry.add("textgrid.auth-token", PROVIDER::authToken);
		registry.add("textgrid.read-timeout", () -> "1s");
	}

	@BeforeEach
	void oneNumber() {
		this.rows.clear();
		PROVIDER.faults().clear();
		this.clock.set(JobTestContext.MONDAY_NOON);
		this.rows.insert("number", Map.of("phone", OURS.e164(), "market", "Houston, TX", "daily_limit", 100000));
	}

	@AfterAll
	static void close() {
		PROVIDER.close();
	}

	@Test
	void wentCountsAsSentWithoutACall() {
		var id = beforeAPerson(queue());
		int texts = PROVIDER.texts().size();
		assertThat(this.unknown.open()).singleElement()
			.satisfies((text) -> assertThat(text.body()).isEqualTo("Do you still own it? " + id));
		assertThat(this.unknown.went(id, this.clock.instant())).isEqualTo(Settled.SENT);
		assertThat(this.unknown.went(id, this.clock.instant())).isEqualTo(Settled.NOT_ASKED);
		assertThat(this.unknown.didNot(id, this.clock.instant())).isEqualTo(Settled.NOT_ASKED);
		this.dispatcher.send(10, () -> false);
		assertThat(PROVIDER.texts()).hasSize(texts);
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(this.rows.count("conversation WHERE status = 'SENT' AND sid IS NULL")).isEqualTo(1);
		assertThat(this.rows.count("attempt WHERE outcome = 'TAKEN'")).isEqualTo(1);
		assertThat(this.rows.count("number WHERE sent_today = 1")).isEqualTo(1);
		assertThat(this.rows.count("prospect WHERE send_count = 1")).isEqualTo(1);
		assertThat(this.people.open(10)).isEmpty();
	}

	@Test
	void aLateReceiptFindsItsTextWhateverThePersonSaid() {
		var went = beforeAPerson(queue());
		this.unknown.went(went, this.clock.instant());
		assertThat(this.deliveries.awaitsSid(went)).isFalse();
		assertThat(this.deliveries.takeSid(went, new MessageSid("SMwent=="))).isTrue();
		assertThat(this.deliveries.takeSid(went, new MessageSid("SMother=="))).isFalse();
		assertThat(this.rows.count("conversation WHERE sid = 'SMwent=='")).isEqualTo(1);
		var didNot = beforeAPerson(queue());
		this.unknown.didNot(didNot, this.clock.instant());
		assertThat(this.deliveries.awaitsSid(didNot)).as("it did go: no second text").isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aLateEchoFindsItsTextWhateverThePersonSaid(boolean went) {
		var id = beforeAPerson(queue());
		if (went) {
			this.unknown.went(id, this.clock.instant());
		}
		else {
			this.unknown.didNot(id, this.clock.instant());
		}
		this.transaction.executeWithoutResult(
				(status) -> this.echoes.settleOrLog(new OutboundEcho(new MessageSid("SMecho=="), UUID.randomUUID(),
						SELLER, OURS, "Do you still own it? " + id, null, null, null, null, this.clock.instant())));
		assertThat(this.rows.count("conversation WHERE direction = 'OUTBOUND'")).isEqualTo(1);
		assertThat(this.rows.count("conversation WHERE sid = 'SMecho==' AND status = 'SENT'")).isEqualTo(1);
		assertThat(this.rows.count("outbox")).as("no second text").isZero();
		assertThat(this.rows.count("prospect WHERE send_count = 1")).isEqualTo(1);
	}

	@Test
	void didNotGoesThroughTheGateAgainAsANewAttempt() {
		var id = beforeAPerson(queue());
		assertThat(this.unknown.didNot(id, this.clock.instant())).isEqualTo(Settled.QUEUED);
		assertThat(this.rows.count("number WHERE sent_today = 0")).isEqualTo(1);
		int texts = PROVIDER.texts().size();
		this.dispatcher.send(10, () -> false);
		assertThat(PROVIDER.texts()).hasSize(texts + 1);
		assertThat(this.rows.count("conversation WHERE status = 'SENT' AND sid IS NOT NULL")).isEqualTo(1);
		assertThat(this.rows.count("attempt WHERE allowed")).isEqualTo(2);
		assertThat(this.rows.count("attempt WHERE outcome = 'NOT_SENT'")).isEqualTo(1);
		assertThat(this.rows.count("number WHERE sent_today = 1")).isEqualTo(1);
	}

	@Test
	void didNotIsStoppedByTheGateLikeEveryText() {
		var id = beforeAPerson(queue());
		this.rows.insert("pause", Map.of("scope", "all", "value", "", "since", Sql.at(this.clock.instant())));
		assertThat(this.unknown.didNot(id, this.clock.instant())).isEqualTo(Settled.QUEUED);
		assertThat(this.dispatcher.send(10, () -> false).cleared()).isZero();
	}

	@Test
	void didNotFailsWhenNoAttemptIsLeft() {
		var id = queue();
		beforeAPerson(id);
		this.unknown.didNot(id, this.clock.instant());
		beforeAPerson(id);
		this.unknown.didNot(id, this.clock.instant());
		beforeAPerson(id);
		assertThat(this.people.open(10)).as("asked anew each time").hasSize(1);
		assertThat(this.unknown.didNot(id, this.clock.instant())).isEqualTo(Settled.FAILED);
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(this.rows.count("conversation WHERE status = 'FAILED'")).isEqualTo(1);
		assertThat(this.rows.count("number WHERE failed_today = 1 AND sent_today = 0")).isEqualTo(1);
	}

	@Test
	void providersWordComesBeforeThePersons() {
		var id = beforeAPerson(queue());
		this.transaction.executeWithoutResult((status) -> this.settlements
			.taken(List.of(new TakenText(id, new MessageSid("SMlate=="), this.clock.instant()))));
		assertThat(this.people.open(10)).isEmpty();
		assertThat(this.unknown.didNot(id, this.clock.instant())).isEqualTo(Settled.NOT_ASKED);
		assertThat(this.rows.count("attempt WHERE sid = 'SMlate=='")).isEqualTo(1);
	}

	@Test
	void aPauseTellsWhatItComesTooLateFor() {
		var id = beforeAPerson(queue());
		var now = this.clock.instant();
		assertThat(this.handedOver.stoppedBy(new Pause(Pause.Scope.ALL, "", null, now), now)).singleElement()
			.satisfies((text) -> {
				assertThat(text.conversationId()).isEqualTo(id);
				assertThat(text.state()).isEqualTo("person");
			});
		assertThat(this.handedOver.stoppedBy(new Pause(Pause.Scope.MARKET, "houston tx", null, now), now)).hasSize(1);
		assertThat(this.handedOver.stoppedBy(new Pause(Pause.Scope.MARKET, "Dallas, TX", null, now), now)).isEmpty();
		assertThat(this.handedOver.stoppedBy(new Pause(Pause.Scope.NUMBER, OURS.e164(), null, now), now)).hasSize(1);
		this.unknown.went(id, now);
		this.clock.advance(Duration.ofHours(2));
		assertThat(this.handedOver.stoppedBy(new Pause(Pause.Scope.ALL, "", null, now), this.clock.instant()))
			.isEmpty();
	}

	/**
	 * Leaves a text as a process that died in its call does; nobody finds it for half an
	 * hour.
	 */
	private UUID beforeAPerson(UUID id) {
		this.outbox.claim(id, OURS, this.clock.instant());
		this.rows.insert("attempt",
				Map.of("conversation_id", id, "seller_phone", SELLER.e164(), "our_number", OURS.e164(), "decided_at",
						Sql.at(this.clock.instant()), "allowed", true, "rule", "allowed", "rule_version", "1",
						"segments", 1));
		this.numbers.countSent(List.of(new NumberSent(OURS, 1, LocalDate.of(2026, 11, 23))), this.clock.instant());
		this.clock.advance(Duration.ofMinutes(31));
		this.jobs.run(this.retry);
		assertThat(this.rows.count("outbox WHERE state = 'PERSON'")).isEqualTo(1);
		return id;
	}

	private UUID queue() {
		var now = this.clock.instant();
		var id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.contacts.ensure(List.of(SELLER), now);
			this.outbox.queue(List.of(new OutboundText(id, SELLER, OURS, "Do you still own it? " + id, TextKind.MANUAL,
					ProcessedBy.MANUAL, null, null, null, "Houston, TX", null, 1, now, null)), now);
		});
		return id;
	}

}

package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.SuppressionSource;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.Tail;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.textgrid.TextGridClient;
import rei.sms.sandbox.http.Fault;
import rei.sms.sandbox.textgrid.Text;
import rei.sms.sandbox.textgrid.TextGridFaults;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the provider receives, whatever crashes or races: nothing twice, nothing after a
 * stop, nothing too fast.
 */
@JobTest
@Import(DispatchTests.Application.class)
class DispatchTests {

	private static final PhoneNumber OURS = new PhoneNumber("+17132000001");

	private static final TextGridStandIn PROVIDER = TextGridStandIn.start(TextGridOptions.of(OURS.e164()));

	@Autowired
	private JdbcClient jdbc;

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
	private Suppressions suppressions;

	@Autowired
	private Pauses pauses;

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
		PROVIDER.latency(Duration.ZERO);
		this.clock.set(JobTestContext.MONDAY_NOON);
		this.rows.insert("number", Map.of("phone", OURS.e164(), "market", "Houston, TX", "daily_limit", 100000));
	}

	@AfterAll
	static void close() {
		PROVIDER.close();
	}

	@Test
	void sendOnceAndSettle() {
		var phone = phone(1);
		queue(phone, TextKind.CAMPAIGN);
		assertThat(send().taken()).isEqualTo(1);
		assertThat(send().taken()).isZero();
		assertThat(PROVIDER.textsTo(phone.e164())).hasSize(1);
		assertThat(this.rows.count("conversation WHERE status = 'SENT' AND sid IS NOT NULL")).isEqualTo(1);
		assertThat(this.rows.count("attempt WHERE allowed AND outcome = 'TAKEN' AND zone = 'America/Chicago'"))
			.isEqualTo(1);
		assertThat(this.rows.count("number WHERE sent_today = 1 AND sent_total = 1")).isEqualTo(1);
		assertThat(this.contacts.find(phone).orElseThrow().stage()).isEqualTo(Stage.OWNERSHIP_CONFIRMATION);
	}

	@Test
	void sendToASuppressedPhoneNeverBegins() {
		var phone = phone(2);
		var id = queue(phone, TextKind.REPLY);
		this.transaction.executeWithoutResult((status) -> this.suppressions.suppress(List.of(stop(phone))));
		this.rows.insert("outbox",
				Map.of("conversation_id", id, "seller_phone", phone.e164(), "our_number", OURS.e164(), "kind", "REPLY",
						"priority", 1, "state", "QUEUED", "segments", 1, "not_before", Sql.at(this.clock.instant()),
						"queued_at", Sql.at(this.clock.instant())));
		send();
		assertThat(PROVIDER.textsTo(phone.e164())).isEmpty();
		assertThat(this.rows.count("attempt WHERE NOT allowed AND rule = 'SUPPRESSION'")).isEqualTo(1);
		assertThat(this.rows.count("outbox")).isZero();
	}

	@Test
	void claimLeftByACrashIsNeverSentAgain() {
		var phone = phone(3);
		var id = queue(phone, TextKind.CAMPAIGN);
		this.outbox.claim(id, OURS, this.clock.instant());
		this.clock.advance(Duration.ofMinutes(2));
		this.jobs.run(this.retry);
		assertThat(this.rows.count("outbox WHERE state = 'UNKNOWN'")).isEqualTo(1);
		this.clock.advance(Duration.ofMinutes(30));
		this.jobs.run(this.retry);
		assertThat(PROVIDER.textsTo(phone.e164())).isEmpty();
		assertThat(this.rows.count("outbox WHERE state = 'PERSON'")).isEqualTo(1);
		assertThat(this.rows.count("needs_person WHERE kind = 'unknown-outcome'")).isEqualTo(1);
	}

	@Test
	void lostAnswerIsSettledByLookingUpAndNotSentAgain() {
		var phone = phone(4);
		queue(phone, TextKind.CAMPAIGN);
		PROVIDER.faults().next(1, new Fault.ResetAfter());
		send();
		assertThat(this.rows.count("outbox WHERE state = 'UNKNOWN'")).isEqualTo(1);
		this.clock.advance(Duration.ofMinutes(2));
		this.jobs.run(this.retry);
		assertThat(PROVIDER.textsTo(phone.e164())).hasSize(1);
		assertThat(this.rows.count("conversation WHERE status = 'SENT' AND sid IS NOT NULL")).isEqualTo(1);
	}

	@Test
	void serverErrorAfterAcceptingIsNotSentAgainAndOneBeforeIs() {
		var accepted = phone(5);
		queue(accepted, TextKind.CAMPAIGN);
		PROVIDER.faults().next(1, TextGridFaults.serverErrorAfterAccepting(500));
		send();
		var refused = phone(6);
		queue(refused, TextKind.CAMPAIGN);
		PROVIDER.faults().next(1, TextGridFaults.serverError(503));
		send();
		this.clock.advance(Duration.ofMinutes(2));
		this.jobs.run(this.retry);
		assertThat(PROVIDER.textsTo(accepted.e164())).hasSize(1);
		assertThat(PROVIDER.textsTo(refused.e164())).hasSize(1);
		assertThat(this.rows.count("conversation WHERE status = 'SENT'")).isEqualTo(2);
	}

	@Test
	void blacklistedPairIsSuppressedForEveryNumber() {
		var phone = phone(7);
		queue(phone, TextKind.CAMPAIGN);
		PROVIDER.faults().next(1, TextGridFaults.refusal(21610, "violates a blacklist rule"));
		send();
		assertThat(this.suppressions.isSuppressed(phone)).isTrue();
		assertThat(this.contacts.find(phone).orElseThrow().stage()).isEqualTo(Stage.OPT_OUT);
	}

	@Test
	void rateOfANumberHoldsAndTheRestWaitsForItsMinute() {
		IntStream.range(0, 25).forEach((n) -> queue(phone(100 + n), TextKind.CAMPAIGN));
		assertThat(send().taken()).isEqualTo(20);
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(send().taken()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(send().taken()).isEqualTo(5);
	}

	@Test
	void roomThatIsLeftGoesToWhoWaitsInARow() {
		IntStream.range(0, 40).forEach((n) -> queue(phone(1000 + n), TextKind.CAMPAIGN));
		assertThat(send().taken()).isEqualTo(20);
		this.clock.advance(Duration.ofSeconds(62));
		assertThat(send().taken()).isEqualTo(20);
		assertThat(this.rows.count("outbox")).isZero();
	}

	@Test
	void backlogOfAFullMinuteIsPutInARowOnce() {
		IntStream.range(0, 300).forEach((n) -> queue(phone(600 + n), TextKind.CAMPAIGN));
		assertThat(send().taken()).isEqualTo(20);
		assertThat(this.rows.count("outbox WHERE not_before > '2026-11-23T18:01:00Z'")).isEqualTo(280);
		assertThat(this.rows.text("SELECT count(DISTINCT not_before) || ' until ' || max(not_before) FROM outbox"))
			.isEqualTo("280 until 2026-11-23 18:15:26.9+00");
		assertThat(this.rows.count("attempt WHERE NOT allowed AND rule = 'NUMBER_RATE' AND next_at IS NOT NULL"))
			.isEqualTo(280);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(send().taken()).isEqualTo(20);
	}

	@Test
	void pauseHoldsWithinOneClaimAndResumeLetsGo() {
		queue(phone(8), TextKind.CAMPAIGN);
		this.pauses.pause(Pause.Scope.MARKET, "Houston, TX", "a test", this.clock.instant());
		assertThat(send().taken()).isZero();
		this.pauses.resume(Pause.Scope.MARKET, "Houston, TX");
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(send().taken()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "market, houston tx", "number, +17132000001", "campaign, houston SPRING", "all, ''" })
	void everyPauseHoldsHoweverItIsWritten(String scope, String value) {
		var campaign = this.rows.insert("campaign", Map.of("name", "Houston Spring", "status", "RUNNING"));
		queue(phone(11), TextKind.CAMPAIGN);
		this.jdbc.sql("UPDATE outbox SET market = NULL, campaign_id = :id").param("id", campaign).update();
		var named = Pause.Scope.valueOf(scope.toUpperCase(Locale.ROOT));
		this.pauses.pause(named, value, null, this.clock.instant());
		assertThat(send().taken()).isZero();
		assertThat(this.rows.count("attempt WHERE rule = 'KILL_SWITCH'")).isEqualTo(1);
		assertThat(this.pauses.resume(named, value.toUpperCase(Locale.ROOT))).isTrue();
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(send().taken()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "phone1", "phone2" })
	void everyPropertyOfAPhoneMustAllow(String column) {
		this.clock.set(Instant.parse("2026-11-24T01:10:00Z"));
		queue(phone(12), TextKind.REPLY);
		queue(phone(13), TextKind.REPLY);
		this.rows.insert("prospect", Map.of(column, phone(13).e164(), "state", "FL", "zip", "33101"));
		assertThat(send().taken()).as("19:10 in Houston, 20:10 in Miami").isEqualTo(1);
		assertThat(this.rows.text("SELECT rule FROM attempt WHERE NOT allowed")).isEqualTo("QUIET_HOURS");
		assertThat(this.rows.text("SELECT seller_phone || not_before AT TIME ZONE 'America/Chicago' FROM outbox"))
			.isEqualTo(phone(13).e164() + "2026-11-24 09:00:00");
	}

	@Test
	void quietHoursHoldUntilTheyEnd() {
		this.clock.set(Instant.parse("2026-11-24T04:00:00Z"));
		queue(phone(9), TextKind.REPLY);
		assertThat(send().taken()).isZero();
		assertThat(this.rows.text("SELECT not_before AT TIME ZONE 'America/Chicago' FROM outbox"))
			.isEqualTo("2026-11-24 09:00:00");
	}

	@Test
	void noCallBeginsAfterTheStopIsAcknowledged() throws Exception {
		this.jdbc.sql("UPDATE number SET daily_limit = 1000000").update();
		var phones = IntStream.range(0, 60).mapToObj((n) -> phone(300 + n)).toList();
		phones.forEach((phone) -> queue(phone, TextKind.REPLY));
		PROVIDER.latency(Duration.ofMillis(30));
		var acknowledged = new ConcurrentHashMap<String, Instant>();
		var start = new CountDownLatch(1);
		var done = new ArrayList<Future<?>>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var worker = 0; worker < 4; worker++) {
				done.add(threads.submit(() -> {
					start.await(1, TimeUnit.MINUTES);
					return this.dispatcher.send(1000, () -> false);
				}));
			}
			for (var phone : phones) {
				done.add(threads.submit(() -> {
					start.await(1, TimeUnit.MINUTES);
					stopAndWait(phone);
					return acknowledged.put(phone.e164(), Instant.now());
				}));
			}
			start.countDown();
		}
		assertThat(done).allSatisfy((end) -> assertThat(end).succeedsWithin(Duration.ZERO));
		meetTheGateAfterTheMinute();
		assertThat(acknowledged).hasSize(60);
		assertThat(PROVIDER.texts().stream().filter((text) -> acknowledged.containsKey(text.to())))
			.allSatisfy((text) -> assertThat(text.begun()).isBefore(acknowledged.get(text.to())));
		assertThat(PROVIDER.texts().stream().map(Text::to).filter(acknowledged::containsKey)).doesNotHaveDuplicates();
		assertThat(this.rows.count("outbox WHERE state <> 'UNKNOWN'")).isZero();
	}

	/** A text for which the number's minute had no room waits until then. */
	private void meetTheGateAfterTheMinute() {
		this.clock.set(this.clock.instant().plus(Duration.ofMinutes(10)));
		send();
	}

	/**
	 * What the webhook does: its transaction, then the wait for a call that passed the
	 * gate before.
	 */
	private void stopAndWait(PhoneNumber phone) throws InterruptedException {
		this.transaction.executeWithoutResult((status) -> this.suppressions.suppress(List.of(stop(phone))));
		for (var looks = 10_000; this.suppressions.leaseLeft(List.of(phone)).isPositive(); looks--) {
			assertThat(looks).isPositive();
			new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
		}
	}

	private Dispatcher.Sent send() {
		return this.dispatcher.send(1000, () -> false);
	}

	private UUID queue(PhoneNumber phone, TextKind kind) {
		var now = this.clock.instant();
		var id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.contacts.ensure(List.of(phone), now);
			this.outbox.queue(List
				.of(new OutboundText(id, phone, OURS, "Do you still own it? " + id, kind, ProcessedBy.CAMPAIGN_RUNNER,
						Stage.OWNERSHIP_CONFIRMATION, null, null, "Houston, TX", null, 1, now, null)),
					now);
		});
		return id;
	}

	private Suppression stop(PhoneNumber phone) {
		return new Suppression(phone, SuppressionReason.STOP, SuppressionSource.CAMPAIGN, "STOP", null,
				this.clock.instant());
	}

	private static PhoneNumber phone(int n) {
		return new PhoneNumber("+1713234" + String.format("%04d", n));
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ TextGridClient.class, Tail.class })
	@ComponentScan(basePackageClasses = { Dispatcher.class, TextGridClient.class },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
	static class Application {

	}

}

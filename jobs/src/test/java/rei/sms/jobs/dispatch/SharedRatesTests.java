package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.dispatch.SharedRates.Wanted;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Fault;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Rates that are counted in a Redis hold there, and in PostgreSQL while it fails. */
@JobTest
@Import(DispatchTests.Application.class)
class SharedRatesTests {

	private static final PhoneNumber OURS = new PhoneNumber("+17132000001");

	private static final long NOW = JobTestContext.MONDAY_NOON.getEpochSecond();

	private static final TextGridStandIn PROVIDER = TextGridStandIn.start(TextGridOptions.of(OURS.e164()));

	private static final UpstashStandIn UPSTASH = new UpstashStandIn();

	@Autowired
	private SharedRates shared;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private Problems problems;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Outbox outbox;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private TestRows rows;

	@Autowired
	private MutableClock clock;

	@DynamicPropertySource
	static void vendors(DynamicPropertyRegistry registry) {
		registry.add("textgrid.api-url", PROVIDER::url);
		registry.add("textgrid.account-sid", PROVIDER::accountSid);
		registry.add("textgrid.auth-token", PROVIDER::authToken);
		registry.add("upstash.url", UPSTASH::url);
		registry.add("upstash.token", () -> UpstashStandIn.TOKEN);
		registry.add("upstash.timeout", () -> "500ms");
		registry.add("upstash.rest", () -> "0s");
		registry.add("sending.global-rate-per-min", () -> "30");
	}

	@BeforeEach
	void oneNumber() {
		this.rows.clear();
		UPSTASH.flush();
		UPSTASH.faults().clear();
		this.clock.set(JobTestContext.MONDAY_NOON);
		this.rows.insert("number", Map.of("phone", OURS.e164(), "market", "Houston, TX"));
	}

	@AfterAll
	static void close() {
		PROVIDER.close();
		UPSTASH.close();
	}

	@Test
	void reserveHasRoomInTheNumbersMinuteAndInEverybodys() {
		assertThat(reserve("+1", 10, "+1", 10, "+1", 10)).containsExactly(0L, 0L, NOW + SharedRates.MINUTE);
		assertThat(reserve("+2", 5, "+3", 6, "+3", 5)).containsExactly(0L, NOW + SharedRates.MINUTE, 0L);
		this.clock.advance(Duration.ofSeconds(SharedRates.MINUTE - 1));
		assertThat(reserve("+1", 5)).containsExactly(NOW + SharedRates.MINUTE);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(reserve("+1", 5)).containsExactly(0L);
		assertThat(UPSTASH.total("*")).isEqualTo(5);
	}

	@Test
	void whatAnotherProgramSentCounts() {
		UPSTASH.sent(OURS.e164(), NOW - 30, 15);
		IntStream.range(0, 25).forEach((n) -> queue(n));
		assertThat(this.dispatcher.send(100, () -> false).taken()).isEqualTo(5);
		assertThat(this.rows.count(
				"(SELECT DISTINCT conversation_id FROM attempt WHERE NOT allowed AND rule = 'NUMBER_RATE') AS refused"))
			.isEqualTo(20);
		assertThat(this.rows.count("send_rate WHERE scope = '*' AND segments = 5")).isEqualTo(1);
		assertThat(this.rows.count("number WHERE sent_today = 5")).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(SharedRates.MINUTE - 30));
		assertThat(this.dispatcher.send(100, () -> false).taken()).isEqualTo(15);
		assertThat(UPSTASH.total(OURS.e164())).isEqualTo(20);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aFailingRedisLeavesTheRatesToPostgres(String name, Fault fault) {
		UPSTASH.faults().always(fault, (request) -> true);
		IntStream.range(0, 25).forEach((n) -> queue(n));
		assertThat(this.dispatcher.send(100, () -> false).taken()).as("no more than a minute holds").isEqualTo(20);
		assertThat(this.problems.all()).extracting(Problem::code).containsExactly(SharedRates.PROBLEM);
		UPSTASH.faults().clear();
		this.clock.advance(Duration.ofSeconds(80));
		assertThat(this.dispatcher.send(100, () -> false).taken()).isEqualTo(5);
		assertThat(this.problems.all()).isEmpty();
	}

	static Stream<Arguments> aFailingRedisLeavesTheRatesToPostgres() {
		return Stream.of(Arguments.of("unauthorised", instead(401, "{\"error\":\"WRONGPASS\"}")),
				Arguments.of("in trouble", instead(500, "")), Arguments.of("too fast", instead(429, "{}")),
				Arguments.of("silent", new Fault.Hang(Duration.ofSeconds(2))),
				Arguments.of("gone", new Fault.ResetBefore()), Arguments.of("no JSON", instead(200, "OK")),
				Arguments.of("no result", instead(200, "{}")),
				Arguments.of("an error", instead(200, "{\"error\":\"ERR\"}")),
				Arguments.of("another length", instead(200, "{\"result\":[0]}")),
				Arguments.of("words",
						instead(200,
								"{\"result\":" + JsonMapper.shared()
									.writeValueAsString(IntStream.range(0, 25).mapToObj(String::valueOf).toList())
										+ "}")));
	}

	private static Fault instead(int status, String body) {
		return new Fault.Instead(new Answer(status, "application/json", Map.of(), body, 0));
	}

	private List<Long> reserve(Object... texts) {
		var wanted = IntStream.range(0, texts.length / 2)
			.mapToObj((n) -> new Wanted((String) texts[2 * n], (Integer) texts[2 * n + 1]))
			.toList();
		return this.shared.reserve(wanted)
			.stream()
			.map((room) -> room.map((at) -> at.getEpochSecond()).orElse(0L))
			.toList();
	}

	private void queue(int n) {
		var phone = new PhoneNumber("+1713234" + String.format("%04d", n));
		var now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			this.contacts.ensure(List.of(phone), now);
			this.outbox.queue(List.of(new OutboundText(UUID.randomUUID(), phone, OURS, "Do you still own it?",
					TextKind.MANUAL, ProcessedBy.MANUAL, null, null, null, "Houston, TX", null, 1, now, null)), now);
		});
	}

}

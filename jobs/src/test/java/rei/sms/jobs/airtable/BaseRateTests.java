package rei.sms.jobs.airtable;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.TestDatabase;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BaseRateTests {

	private static final String BASE = "appOne";

	/** How long calls are on their way, in milliseconds. */
	private static final int[] STORM = { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1000, 5, 5, 5, 5, 800, 5, 5, 5, 1100, 5 };

	private final HikariDataSource source = pool(TestDatabase.freshUrl());

	private final JdbcClient jdbc = JdbcClient.create(this.source);

	private AirtableBases bases;

	private BaseRate rate;

	@BeforeEach
	void create() {
		this.bases = bases(this.source);
		this.rate = new BaseRate(this.bases, properties(Duration.ofSeconds(20)));
	}

	@AfterEach
	void close() {
		this.source.close();
	}

	@Test
	void takeNeverLetsASixthCallIntoASecondAndUsesNearlyAllOfIt() throws Exception {
		try (var other = pool(this.source.getJdbcUrl())) {
			var rates = List.of(this.rate, new BaseRate(bases(other), properties(Duration.ofSeconds(20))));
			var times = times(rates, 16);
			assertThat(spansOfSix(times))
				.allSatisfy((span) -> assertThat(span).isGreaterThanOrEqualTo(Duration.ofMillis(1040)));
			assertThat(Duration.between(times.getFirst(), times.getLast())).isLessThan(Duration.ofMillis(3195));
		}
	}

	/** A call that is answered at once. */
	private Instant call(BaseRate rate) {
		var due = rate.take(BASE, Lane.BULK).due();
		this.bases.ended(BASE, due);
		return due;
	}

	private List<Instant> times(List<BaseRate> rates, int calls) throws InterruptedException {
		var times = new ConcurrentLinkedQueue<Instant>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var each = IntStream.range(0, calls)
				.<Callable<Boolean>>mapToObj((i) -> () -> times.add(call(rates.get(i % 2))))
				.toList();
			threads.invokeAll(each);
		}
		return times.stream().sorted().toList();
	}

	private static List<Duration> spansOfSix(List<Instant> times) {
		return IntStream.range(0, times.size() - 5)
			.mapToObj((i) -> Duration.between(times.get(i), times.get(i + 5)))
			.toList();
	}

	@Test
	void noTwoCallsHaveTheSameTimeSoThatMovingOneLosesNone() throws Exception {
		var times = times(List.of(this.rate, this.rate), 20);
		assertThat(times).doesNotHaveDuplicates();
		times.subList(15, 20).forEach((due) -> this.bases.ended(BASE, due, Duration.ZERO));
		assertThat(slots()).hasSize(5);
	}

	@Test
	void takeKeepsMoreDistanceInTheHourAfterA429() throws Exception {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ZERO, "429");
		this.bases.wake(BASE);
		var times = times(List.of(this.rate, this.rate), 10);
		assertThat(spansOfSix(times)).allSatisfy((span) -> assertThat(span).isGreaterThan(Duration.ofMillis(1190)));
	}

	@Test
	void takeLetsUrgentCallsOvertakeTheWaitingCrowd() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var crowd = new CountDownLatch(5);
			for (int i = 0; i < 40; i++) {
				threads.submit(() -> {
					call(this.rate);
					crowd.countDown();
				});
			}
			assertThat(crowd.await(1, TimeUnit.MINUTES)).isTrue();
			var asked = System.nanoTime();
			this.rate.take(BASE, Lane.URGENT);
			assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1300));
			threads.shutdownNow();
		}
	}

	@Test
	void leftMovesACallThatWasHeldUpAfterItsTurn() {
		for (int i = 0; i < 5; i++) {
			this.rate.ended(BASE, this.rate.take(BASE, Lane.BULK));
		}
		var turn = this.rate.take(BASE, Lane.BULK);
		var before = slots();
		this.rate.left(BASE, new Turn(turn.due(), System.nanoTime(), false));
		assertThat(slots()).isEqualTo(before);
		this.rate.left(BASE, new Turn(turn.due(), turn.begun() - TimeUnit.SECONDS.toNanos(1), false));
		assertThat(slots()).hasSize(5).isSorted().doesNotContain(turn.due());
	}

	@Test
	void aCallThatLeftLateCanBeMovedAgain() {
		for (int i = 0; i < 5; i++) {
			this.rate.ended(BASE, this.rate.take(BASE, Lane.BULK));
		}
		var turn = this.rate.take(BASE, Lane.BULK);
		var left = this.rate.left(BASE,
				new Turn(turn.due(), System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(20), false));
		assertThat(left.due()).isAfter(turn.due());
		assertThat(slots()).contains(left.due());
		var moved = this.bases.postpone(BASE, left.due(), Duration.ofSeconds(5));
		assertThat(slots()).hasSize(5).contains(moved).doesNotContain(left.due(), turn.due());
	}

	@Test
	void whatACallCarriesIsChosenShortlyBeforeItMayLeave() {
		for (int i = 0; i < 5; i++) {
			this.rate.take(BASE, Lane.BULK);
		}
		assertThat(this.bases.untilFree(BASE, Duration.ZERO)).isGreaterThan(Duration.ofMillis(300));
		this.rate.awaitTurn(BASE);
		assertThat(this.bases.untilFree(BASE, Duration.ZERO)).isLessThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void theFirstCallsCountFromTheirEnd() {
		for (int i = 0; i < 6; i++) {
			var turn = this.rate.take(BASE, Lane.BULK);
			this.rate.ended(BASE, turn);
			assertThat(slots().contains(turn.due())).isEqualTo(i == 5);
		}
	}

	@Test
	void aCallThatTookUnusuallyLongCountsFromItsEnd() {
		for (int i = 0; i < 5; i++) {
			this.rate.ended(BASE, this.rate.take(BASE, Lane.BULK));
		}
		var turn = this.rate.take(BASE, Lane.BULK);
		await().pollDelay(300, TimeUnit.MILLISECONDS).until(() -> true);
		this.rate.ended(BASE, turn);
		assertThat(slots()).hasSize(5).doesNotContain(turn.due());
	}

	@Test
	void aCallThatIsNotAnsweredTakesAPlaceUntilItIs() {
		var open = this.rate.take(BASE, Lane.BULK).due();
		IntStream.range(0, 8).forEach((_) -> call(this.rate));
		assertThat(this.bases.take(BASE, Lane.BULK, Duration.ZERO)).isInstanceOf(Slot.Wait.class);
		assertThat(this.bases.take(BASE, Lane.BULK, Duration.ofSeconds(3))).isInstanceOf(Slot.Taken.class);
		this.bases.ended(BASE, open, Duration.ZERO);
		assertThat(this.bases.take(BASE, Lane.BULK, Duration.ZERO)).isInstanceOf(Slot.Wait.class);
	}

	@Test
	void aCallThatADeadProcessLeftOpenIsGivenUp() {
		IntStream.range(0, 5).forEach((_) -> this.rate.take(BASE, Lane.BULK));
		this.jdbc.sql("""
				UPDATE airtable_base SET slots = ARRAY(SELECT s - interval '2 seconds' FROM unnest(slots) AS s),
					open = ARRAY(SELECT o - interval '2 seconds' FROM unnest(open) AS o)
				""").update();
		assertThat(this.bases.take(BASE, Lane.URGENT, Duration.ZERO)).isInstanceOf(Slot.Wait.class);
		this.jdbc.sql("UPDATE airtable_base SET open = ARRAY(SELECT o - interval '9 seconds' FROM unnest(open) AS o)")
			.update();
		assertThat(this.bases.take(BASE, Lane.URGENT, Duration.ZERO)).isInstanceOf(Slot.Taken.class);
		assertThat(this.jdbc.sql("SELECT cardinality(open) FROM airtable_base").query(Integer.class).single()).isOne();
	}

	@Test
	void noSixArriveInASecondHoweverLongSomeAreOnTheirWay() throws Exception {
		var arrivals = new ConcurrentLinkedQueue<Long>();
		try (var other = pool(this.source.getJdbcUrl()); var network = Executors.newScheduledThreadPool(4)) {
			var rates = List.of(this.rate, new BaseRate(bases(other), properties(Duration.ofSeconds(20))));
			var ended = new CountDownLatch(STORM.length);
			for (int i = 0; i < STORM.length; i++) {
				var rate = rates.get(i % 2);
				var turn = rate.take(BASE, Lane.BULK);
				network.schedule(() -> {
					arrivals.add(System.nanoTime());
					rate.ended(BASE, turn);
					ended.countDown();
				}, STORM[i], TimeUnit.MILLISECONDS);
			}
			assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
		}
		var times = arrivals.stream().sorted().toList();
		assertThat(IntStream.range(0, times.size() - 5).mapToLong((i) -> times.get(i + 5) - times.get(i)))
			.allMatch((span) -> span >= TimeUnit.SECONDS.toNanos(1));
	}

	private List<Instant> slots() {
		return this.jdbc.sql("SELECT unnest(slots) FROM airtable_base")
			.query(Timestamp.class)
			.list()
			.stream()
			.map(Timestamp::toInstant)
			.toList();
	}

	@Test
	void takeWhenTheTurnIsTooFarAwayWasNotSent() {
		var impatient = new BaseRate(this.bases, properties(Duration.ofMillis(100)));
		for (int i = 0; i < 5; i++) {
			impatient.take(BASE, Lane.BULK);
		}
		var unavailable = catchThrowableOfType(Unavailable.class, () -> impatient.take(BASE, Lane.BULK));
		assertThat(unavailable.outcome()).isEqualTo(Outcome.NOT_SENT);
		assertThat(unavailable.retryAfter().orElseThrow()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1050));
	}

	@Test
	void takeAfterARestLetsOneCallGoBeforeTheOthers() {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ofSeconds(30), "429");
		assertThat(this.bases.take(BASE, Lane.URGENT, Duration.ZERO)).isInstanceOfSatisfying(Slot.Wait.class,
				(wait) -> assertThat(wait.time()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30)));
		endRest();
		assertThat(this.rate.take(BASE, Lane.BULK).probe()).isTrue();
		assertThat(this.bases.take(BASE, Lane.URGENT, Duration.ZERO)).isInstanceOf(Slot.Wait.class);
		this.bases.wake(BASE);
		assertThat(this.rate.take(BASE, Lane.BULK).probe()).isFalse();
	}

	@Test
	void takeAfterAnUnansweredProbeLetsTheNextOneTry() {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ofSeconds(30), "429");
		endRest();
		this.rate.take(BASE, Lane.BULK);
		endRest();
		assertThat(this.rate.take(BASE, Lane.BULK).probe()).isTrue();
	}

	@Test
	void restNeverShortensALongerOne() {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ofSeconds(60), "429");
		this.bases.rest(BASE, Duration.ofSeconds(30), "429");
		assertThat(this.bases.take(BASE, Lane.BULK, Duration.ZERO)).isInstanceOfSatisfying(Slot.Wait.class,
				(wait) -> assertThat(wait.time()).isGreaterThan(Duration.ofSeconds(50)));
	}

	@Test
	void takeWhenTheMonthIsUsedUpStopsThatBaseOnly() {
		this.rate.take(BASE, Lane.BULK);
		var until = this.bases.stopForTheMonth(BASE, "429 billing");
		assertThat(until).isBetween(Duration.ZERO, Duration.ofDays(31));
		assertThat(catchThrowableOfType(BillingStopped.class, () -> this.rate.take(BASE, Lane.URGENT)).retryAfter())
			.isPresent();
		assertThat(this.rate.take("appTwo", Lane.BULK).probe()).isFalse();
	}

	@Test
	void takeWhenForbiddenStopsUntilItIsMended() {
		this.rate.take(BASE, Lane.BULK);
		assertThat(this.bases.forbid(BASE, "403")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
		assertThat(catchThrowableOfType(Forbidden.class, () -> this.rate.take(BASE, Lane.BULK))).isNotNull();
		this.bases.unblock(BASE);
		assertThat(this.rate.take(BASE, Lane.BULK).probe()).isFalse();
	}

	@Test
	void takeInsideAnOpenTransactionHoldsNobodyUp() throws Exception {
		this.rate.take(BASE, Lane.BULK);
		var transaction = new TransactionTemplate(new JdbcTransactionManager(this.source));
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var other = transaction.execute((_) -> {
				this.rate.take(BASE, Lane.BULK);
				return threads.submit(() -> this.rate.take(BASE, Lane.BULK));
			});
			assertThat(other.get(5, TimeUnit.SECONDS).probe()).isFalse();
		}
	}

	@Test
	void statesCountTheCallsOfTheMonthAndForecastThem() {
		this.rate.take(BASE, Lane.BULK);
		this.rate.take(BASE, Lane.BULK);
		this.bases.note(BASE, "502");
		var state = this.bases.states().getFirst();
		assertThat(state.callsThisMonth()).isEqualTo(2);
		assertThat(state.forecast()).isBetween(2L, 62L);
		assertThat(state.lastError()).contains("502");
		assertThat(state.lastErrorAt().orElseThrow()).isBeforeOrEqualTo(Instant.now().plusSeconds(1));
	}

	@Test
	void statesBeginAnewWithTheMonth() {
		this.rate.take(BASE, Lane.BULK);
		this.jdbc.sql("UPDATE airtable_base SET month = '2020-01-01', calls_this_month = 99999").update();
		assertThat(this.bases.states().getFirst().callsThisMonth()).isZero();
		this.rate.take(BASE, Lane.BULK);
		assertThat(this.bases.states().getFirst().callsThisMonth()).isEqualTo(1);
	}

	private void endRest() {
		this.jdbc.sql("UPDATE airtable_base SET resting_until = clock_timestamp()").update();
	}

	private static AirtableBases bases(HikariDataSource source) {
		return new AirtableBases(JdbcClient.create(source), new JdbcTransactionManager(source),
				properties(Duration.ofSeconds(20)));
	}

	private static AirtableProperties properties(Duration longestWait) {
		return TestAirtable.properties("http://localhost", longestWait);
	}

	private static HikariDataSource pool(String url) {
		var config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setUsername("postgres");
		config.setPassword("postgres");
		return new HikariDataSource(config);
	}

}

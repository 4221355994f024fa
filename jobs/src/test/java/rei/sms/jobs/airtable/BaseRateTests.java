package rei.sms.jobs.airtable;

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
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BaseRateTests {

	private static final String BASE = "appOne";

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
			var calls = 31;
			var times = times(rates, calls);
			var spans = IntStream.range(0, calls - 5)
				.mapToLong((i) -> times.get(i + 5) - times.get(i))
				.boxed()
				.toList();
			assertThat(spans).allSatisfy((span) -> assertThat(span).isGreaterThan(TimeUnit.SECONDS.toNanos(1)));
			var perSecond = 30 * 1e9 / (times.get(30) - times.getFirst());
			assertThat(perSecond).isGreaterThan(4.75);
		}
	}

	private static List<Long> times(List<BaseRate> rates, int calls) throws InterruptedException {
		var times = new ConcurrentLinkedQueue<Long>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var each = IntStream.range(0, calls).<Callable<Boolean>>mapToObj((i) -> () -> {
				rates.get(i % rates.size()).take(BASE, Lane.BULK);
				return times.add(System.nanoTime());
			}).toList();
			threads.invokeAll(each);
		}
		return times.stream().sorted().toList();
	}

	@Test
	void takeLetsUrgentCallsOvertakeTheWaitingCrowd() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var crowd = new CountDownLatch(5);
			for (int i = 0; i < 40; i++) {
				threads.submit(() -> {
					this.rate.take(BASE, Lane.BULK);
					crowd.countDown();
				});
			}
			crowd.await();
			var asked = System.nanoTime();
			this.rate.take(BASE, Lane.URGENT);
			assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1300));
			threads.shutdownNow();
		}
	}

	@Test
	void takeWhenTheTurnIsTooFarAwayWasNotSent() {
		var impatient = new BaseRate(this.bases, properties(Duration.ofMillis(100)));
		for (int i = 0; i < 5; i++) {
			impatient.take(BASE, Lane.BULK);
		}
		var unavailable = catchThrowableOfType(Unavailable.class, () -> impatient.take(BASE, Lane.BULK));
		assertThat(unavailable.outcome()).isEqualTo(Outcome.NOT_SENT);
		assertThat(unavailable.retryAfter().orElseThrow()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1040));
	}

	@Test
	void takeAfterARestLetsOneCallGoBeforeTheOthers() {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ofSeconds(30), "429");
		assertThat(this.bases.take(BASE, Lane.URGENT)).isInstanceOfSatisfying(Slot.Wait.class,
				(wait) -> assertThat(wait.time()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30)));
		endRest();
		assertThat(this.rate.take(BASE, Lane.BULK)).isTrue();
		assertThat(this.bases.take(BASE, Lane.URGENT)).isInstanceOf(Slot.Wait.class);
		this.bases.wake(BASE);
		assertThat(this.rate.take(BASE, Lane.BULK)).isFalse();
	}

	@Test
	void takeAfterAnUnansweredProbeLetsTheNextOneTry() {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ofSeconds(30), "429");
		endRest();
		this.rate.take(BASE, Lane.BULK);
		endRest();
		assertThat(this.rate.take(BASE, Lane.BULK)).isTrue();
	}

	@Test
	void restNeverShortensALongerOne() {
		this.rate.take(BASE, Lane.BULK);
		this.bases.rest(BASE, Duration.ofSeconds(60), "429");
		this.bases.rest(BASE, Duration.ofSeconds(30), "429");
		assertThat(this.bases.take(BASE, Lane.BULK)).isInstanceOfSatisfying(Slot.Wait.class,
				(wait) -> assertThat(wait.time()).isGreaterThan(Duration.ofSeconds(50)));
	}

	@Test
	void takeWhenTheMonthIsUsedUpStopsThatBaseOnly() {
		this.rate.take(BASE, Lane.BULK);
		var until = this.bases.stopForTheMonth(BASE, "429 billing");
		assertThat(until).isBetween(Duration.ZERO, Duration.ofDays(31));
		assertThat(catchThrowableOfType(BillingStopped.class, () -> this.rate.take(BASE, Lane.URGENT)).retryAfter())
			.isPresent();
		assertThat(this.rate.take("appTwo", Lane.BULK)).isFalse();
	}

	@Test
	void takeWhenForbiddenStopsUntilItIsMended() {
		this.rate.take(BASE, Lane.BULK);
		assertThat(this.bases.forbid(BASE, "403")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
		assertThat(catchThrowableOfType(Forbidden.class, () -> this.rate.take(BASE, Lane.BULK))).isNotNull();
		this.bases.unblock(BASE);
		assertThat(this.rate.take(BASE, Lane.BULK)).isFalse();
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
			assertThat(other.get(5, TimeUnit.SECONDS)).isFalse();
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

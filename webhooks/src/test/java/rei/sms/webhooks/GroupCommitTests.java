package rei.sms.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupCommitTests {

	private static final GroupLimits LIMITS = new GroupLimits(100, 50, Duration.ofSeconds(10));

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch firstTaken = new CountDownLatch(1);

	private final CountDownLatch letGo = new CountDownLatch(1);

	@AfterEach
	void stop() {
		this.callers.shutdownNow();
	}

	@Test
	void whatArrivesDuringACommitGoesIntoTheNextTogether() throws Exception {
		try (var group = group(LIMITS, this::doubled)) {
			var answers = holdFirstAndSend(group, 30);
			this.letGo.countDown();
			for (var n = 0; n < 30; n++) {
				assertThat(answers.get(n).get(1, TimeUnit.MINUTES)).isEqualTo(2 * n);
			}
		}
		assertThat(this.groups).hasSize(2);
		assertThat(this.groups.getLast()).hasSize(29);
	}

	@Test
	void poisonIsTriedAloneAndCostsNobodyElse() throws Exception {
		try (var group = group(LIMITS, (items) -> {
			if (items.contains(7)) {
				throw new IllegalArgumentException("poison");
			}
			return doubled(items);
		})) {
			var answers = holdFirstAndSend(group, 20);
			this.letGo.countDown();
			for (var n = 0; n < 20; n++) {
				var answer = answers.get(n);
				if (n == 7) {
					assertThatThrownBy(answer::get).hasRootCauseMessage("poison");
				}
				else {
					assertThat(answer.get()).isEqualTo(2 * n);
				}
			}
		}
	}

	@Test
	void failureThatIsNobodysFaultIsNotTriedOneByOne() throws Exception {
		try (var group = new GroupCommit<Integer, Integer>("test", LIMITS, held((items) -> {
			throw new IllegalStateException("away");
		}), (failure) -> false)) {
			var answers = holdFirstAndSend(group, 20);
			this.letGo.countDown();
			for (var answer : answers) {
				assertThatThrownBy(answer::get).hasRootCauseMessage("away");
			}
		}
		assertThat(this.groups).hasSize(2);
	}

	@Test
	void oneTooManyIsTurnedAway() throws Exception {
		try (var group = group(new GroupLimits(5, 5, Duration.ofSeconds(10)), this::doubled)) {
			var answers = holdFirstAndSend(group, 6);
			assertThatThrownBy(() -> group.commit(99)).isInstanceOf(Overloaded.class);
			this.letGo.countDown();
			assertThat(answers.getLast().get(1, TimeUnit.MINUTES)).isEqualTo(10);
		}
	}

	@Test
	void closeCommitsWhatWaitsAndTakesNothingMore() throws Exception {
		var group = group(LIMITS, this::doubled);
		var answers = holdFirstAndSend(group, 10);
		var closing = this.callers.submit(group::close);
		Awaitility.await()
			.untilAsserted(() -> assertThatThrownBy(() -> group.commit(99)).isInstanceOf(Overloaded.class));
		this.letGo.countDown();
		closing.get(1, TimeUnit.MINUTES);
		for (var n = 0; n < 10; n++) {
			assertThat(answers.get(n).get(1, TimeUnit.MINUTES)).isEqualTo(2 * n);
		}
	}

	@Test
	void callerDoesNotWaitForEver() throws Exception {
		try (var group = group(new GroupLimits(5, 5, Duration.ofMillis(50)), this::doubled)) {
			assertThatThrownBy(() -> group.commit(1)).isInstanceOf(Overloaded.class);
			this.letGo.countDown();
		}
	}

	@Test
	void errorOfACommitIsToldToItsCallersAndTheNextGoesOn() throws Exception {
		try (var group = group(LIMITS, (items) -> {
			if (items.contains(1)) {
				throw new StackOverflowError("deep");
			}
			return doubled(items);
		})) {
			this.letGo.countDown();
			assertThatThrownBy(() -> group.commit(1)).hasRootCauseMessage("deep");
			assertThat(group.commit(2)).isEqualTo(4);
		}
	}

	private GroupCommit<Integer, Integer> group(GroupLimits limits, Function<List<Integer>, List<Integer>> commit) {
		return new GroupCommit<>("test", limits, held(commit), (failure) -> true);
	}

	/** The first commit waits until the test lets it go. */
	private Function<List<Integer>, List<Integer>> held(Function<List<Integer>, List<Integer>> commit) {
		return (items) -> {
			this.groups.add(items);
			this.firstTaken.countDown();
			try {
				this.letGo.await(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return commit.apply(items);
		};
	}

	private List<Integer> doubled(List<Integer> items) {
		return items.stream().map((item) -> 2 * item).toList();
	}

	private List<Future<Integer>> holdFirstAndSend(GroupCommit<Integer, Integer> group, int count)
			throws InterruptedException {
		var answers = new ArrayList<Future<Integer>>();
		answers.add(this.callers.submit(() -> group.commit(0)));
		assertThat(this.firstTaken.await(1, TimeUnit.MINUTES)).isTrue();
		IntStream.range(1, count).forEach((n) -> answers.add(this.callers.submit(() -> group.commit(n))));
		Awaitility.await().until(() -> group.waiting() == count - 1);
		return answers;
	}

}

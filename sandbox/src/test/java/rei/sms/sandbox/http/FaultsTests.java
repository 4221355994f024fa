package rei.sms.sandbox.http;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	private static final Fault FAULT = new Fault.ResetBefore();

	private final Faults faults = new Faults();

	@Test
	void nextStrikesSoManyTimes() {
		this.faults.next(2, FAULT);
		assertThat(IntStream.range(0, 4).mapToObj((i) -> this.faults.strike(get("/a")) != null)).containsExactly(true,
				true, false, false);
	}

	@Test
	void predicateLetsOthersPass() {
		this.faults.always(FAULT, (request) -> request.rawPath().equals("/b"));
		assertThat(this.faults.strike(get("/a"))).isNull();
		assertThat(this.faults.strike(get("/b"))).isSameAs(FAULT);
		this.faults.clear();
		assertThat(this.faults.strike(get("/b"))).isNull();
	}

	@Test
	void chanceIsTheSameForTheSameSeed() {
		var other = new Faults();
		this.faults.chance(0.3, 42, FAULT);
		other.chance(0.3, 42, FAULT);
		var strikes = IntStream.range(0, 1000).mapToObj((i) -> this.faults.strike(get("/a")) != null).toList();
		assertThat(strikes)
			.isEqualTo(IntStream.range(0, 1000).mapToObj((i) -> other.strike(get("/a")) != null).toList());
		assertThat(strikes).filteredOn((struck) -> struck).hasSizeBetween(250, 350);
	}

	private static Request get(String path) {
		return new Request("GET", path, Map.of(), "", new Arrival(Instant.EPOCH, 0));
	}

}

package rei.sms.jobs.mirror;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadTests {

	private static final ShownTable PROSPECTS = new ShownProspects();

	private static final ShownTable LEADS = new ShownLeads();

	private static final ShownTable MESSAGES = new ShownConversations();

	private static final ShownTable KPIS = new ShownKpis();

	private final Load load = new Load((table) -> table.table().base().name(), 5, Long.MAX_VALUE);

	@Test
	void roomIsCountedInCalls() {
		this.load.add(LEADS, rows(3, true));
		assertThat(this.load.room(MESSAGES)).isEqualTo(40);
		assertThat(this.load.room(LEADS)).isEqualTo(47);
		assertThat(this.load.roomInItsCalls(LEADS)).isEqualTo(7);
		assertThat(this.load.roomInItsCalls(MESSAGES)).isZero();
	}

	@Test
	void eachBaseHasCallsOfItsOwn() {
		this.load.add(MESSAGES, rows(41, true));
		assertThat(this.load.isFull()).isTrue();
		assertThat(this.load.room(LEADS)).isZero();
		assertThat(this.load.room(MESSAGES)).isEqualTo(9);
		assertThat(this.load.room(KPIS)).isEqualTo(50);
	}

	@Test
	void noMoreRowsThanWereAskedFor() {
		var small = new Load((_) -> "app", 5, 12);
		small.add(MESSAGES, rows(4, true));
		assertThat(small.room(MESSAGES)).isEqualTo(8);
		small.add(MESSAGES, rows(8, true));
		assertThat(small.isFull()).isTrue();
		assertThat(small.roomInItsCalls(MESSAGES)).isZero();
	}

	@Test
	void whatLinksToOthersFollowsThemInCallsThatAreFull() {
		this.load.add(PROSPECTS, rows(1, true));
		this.load.add(MESSAGES, rows(2, false));
		this.load.add(MESSAGES, rows(18, true));
		this.load.add(LEADS, rows(2, false));
		var stages = this.load.stages();
		assertThat(stages).hasSize(3);
		assertThat(stages.getFirst().get(PROSPECTS)).hasSize(1);
		assertThat(stages.getFirst().get(LEADS)).isEmpty();
		assertThat(stages.getFirst().get(MESSAGES)).hasSize(10).allMatch(Waiting::ready);
		assertThat(stages.get(1).keySet()).containsExactly(LEADS);
		assertThat(stages.get(2).get(MESSAGES)).hasSize(10).filteredOn((row) -> !row.ready()).hasSize(2);
	}

	private static List<Waiting> rows(int count, boolean ready) {
		return IntStream.range(0, count).mapToObj((i) -> new Waiting("row" + i, false, ready)).toList();
	}

}

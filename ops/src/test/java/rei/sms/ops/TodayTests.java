package rei.sms.ops;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page that opens in the morning. */
class TodayTests {

	private static final String ANN = "+17135550111";

	private static ConfigurableApplicationContext engine;

	private static World world;

	private static Visitor visitor;

	@BeforeAll
	static void start() {
		engine = TestPages.start("--ops.password=" + TestPages.PASSWORD);
		world = new World(engine.getBean(JdbcClient.class));
		world.seller(ANN, "Ann Baker", "12 Oak Street");
		visitor = Visitor.signedIn(TestPages.port(engine));
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	@Test
	void figuresStandAgainstTheSameTimeYesterdayAndOnTheLastFourSuchWeekdays() {
		assertThat(visitor.page("/ops"))
			.contains("Monday, November 23", "12:00 PM", "Nothing. Everything that should run runs.",
					"no usual day to compare with yet")
			.doesNotContain("usually", "usual day (mean");
		sent(3, TestPages.NOON.minus(Duration.ofHours(1)));
		sent(2, TestPages.NOON.minus(Duration.ofDays(1)).minus(Duration.ofHours(2)));
		for (var week = 1; week <= 4; week++) {
			sent(2, TestPages.NOON.minus(Duration.ofDays(7L * week)).minus(Duration.ofHours(3)));
			sent(5, TestPages.NOON.minus(Duration.ofDays(7L * week)).plus(Duration.ofHours(3)));
		}
		world.inbound(ANN, "SM-in", "yes", TestPages.NOON.minus(Duration.ofMinutes(5)));
		world.change("DELETE FROM activity");
		await().until(() -> !visitor.page("/ops").contains("are being counted"));
		var page = visitor.page("/ops");
		assertThat(page).containsPattern("Sent</span>\\s*<b>3</b>")
			.containsPattern("Replies</span>\\s*<b>1</b>")
			.contains("1 more than usual", "yesterday 2, usually 2", "Texts sent, hour by hour");
	}

	@Test
	void whatIsWrongSaysItsNextStep() {
		world.change("INSERT INTO parked (job, step, key, error, since) VALUES ('retry', 'x', 'y', 'z', now())");
		world.change(
				"INSERT INTO problem VALUES ('campaign-canary', 'A', 'A was paused', 'Change its texts', now(), now())");
		assertThat(visitor.page("/ops")).contains("1 records are set aside", "Open the parked records", "A was paused",
				"Change its texts", "href=\"/ops/campaigns\"");
		world.change("DELETE FROM parked");
		world.change("DELETE FROM problem");
	}

	private static void sent(int texts, Instant at) {
		for (var text = 0; text < texts; text++) {
			world.sent(ANN, "SM-" + at + text, "Hi", at.plusSeconds(text));
		}
	}

}

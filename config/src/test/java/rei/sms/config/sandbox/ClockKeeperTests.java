package rei.sms.config.sandbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import rei.sms.config.settings.DatabaseUrl;
import rei.sms.db.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClockKeeperTests {

	private static final Instant ASKED = Instant.parse("2026-03-02T18:00:00Z");

	private static final Instant OTHER = ASKED.plus(Duration.ofDays(10));

	private final DatabaseUrl database = new DatabaseUrl(TestDatabase.freshUrl(), "postgres", "postgres");

	@Test
	void clockRunsFromWhereItWasAsked() throws SQLException {
		try (var keeper = ClockKeeper.on(this.database)) {
			assertThat(keeper.clock(ASKED).instant()).isCloseTo(ASKED, within(Duration.ofSeconds(30)));
		}
	}

	@Test
	void whoComesWhileTheFirstLivesTakesItsClock() throws SQLException {
		try (var first = ClockKeeper.on(this.database); var second = ClockKeeper.on(this.database)) {
			var clock = first.clock(ASKED);
			assertThat(second.clock(OTHER).offset()).isEqualTo(clock.offset());
			assertThat(second.clock(null).offset()).isEqualTo(clock.offset());
		}
	}

	@Test
	void onceAllAreGoneTheClockIsSetAnew() throws SQLException {
		try (var first = ClockKeeper.on(this.database); var second = ClockKeeper.on(this.database)) {
			first.clock(ASKED);
			second.clock(ASKED);
		}
		try (var next = ClockKeeper.on(this.database)) {
			assertThat(next.clock(OTHER).instant()).isCloseTo(OTHER, within(Duration.ofSeconds(30)));
		}
	}

	@Test
	void trialThatWasKeptTakesAMigrationWithALowerNumberThanItsLast() throws SQLException {
		var jdbc = JdbcClient.create(
				new DriverManagerDataSource(this.database.jdbc(), this.database.username(), this.database.password()));
		jdbc.sql("DROP INDEX activity_counted").update();
		jdbc.sql("DELETE FROM flyway_schema_history WHERE version = '171'").update();
		ClockKeeper.on(this.database).close();
		assertThat(jdbc.sql("SELECT to_regclass('activity_counted') IS NOT NULL").query(Boolean.class).single())
			.isTrue();
	}

	@Test
	void clockIsAheadOfTheMachineByItsOffset() {
		var clock = new SandboxClock(Duration.ofDays(2));
		var ahead = Duration.between(Clock.systemUTC().instant(), clock.instant());
		assertThat(ahead).isCloseTo(Duration.ofDays(2), Duration.ofSeconds(30));
	}

}

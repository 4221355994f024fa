package rei.sms.jobs.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.number.NumberSent;
import rei.sms.db.number.SendRates;
import rei.sms.db.number.SendingNumber;
import rei.sms.jobs.SendingProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** What a number may still send on its market's day, cold and warm. */
class BudgetTests {

	private static final PhoneNumber OURS = new PhoneNumber("+12132000001");

	/** 23:30 of the 23rd in Los Angeles, the 24th in Houston. */
	private static final Instant LATE = Instant.parse("2026-11-24T07:30:00Z");

	@ParameterizedTest
	@CsvSource({ "'Los Angeles, CA', 2026-11-23, 7, 2026-11-24T08:00:00Z",
			"'Los Angeles, CA', 2026-11-24, 0, 2026-11-24T08:00:00Z",
			"'Houston, TX', 2026-11-23, 0, 2026-11-25T06:00:00Z",
			"'Houston, TX', 2026-11-24, 7, 2026-11-25T06:00:00Z" })
	void dayOfANumberIsThatOfItsMarket(String market, LocalDate quotaDate, int sent, Instant midnight) {
		var day = budget(number(market, quotaDate, null), false).day(OURS);
		assertThat(day.sentToday()).isEqualTo(sent);
		assertThat(day.nextMidnight()).isEqualTo(midnight);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-24T06:00:00Z, 50", "2026-11-23T06:00:00Z, 50", "2026-11-22T06:00:00Z, 100",
			"2026-11-10T06:00:00Z, 600", ", 50" })
	void newNumberWarmsUpFromItsFirstText(@Nullable Instant firstUsedAt, int limit) {
		var number = number("Houston, TX", null, firstUsedAt);
		assertThat(budget(number, true).day(OURS).dailyLimit()).isEqualTo(limit);
		assertThat(budget(number, false).day(OURS).dailyLimit()).isEqualTo(600);
	}

	@Test
	void whatIsSpentCountsAndWhatIsTakenBackDoesNot() {
		var budget = budget(number("Houston, TX", LocalDate.parse("2026-11-24"), null), false);
		budget.spend(OURS, 2);
		budget.spend(OURS, 1);
		assertThat(budget.day(OURS).sentToday()).isEqualTo(9);
		assertThat(budget.numberMinute(OURS, 1).used()).isEqualTo(3);
		assertThat(budget.globalMinute(1).used()).isEqualTo(3);
		budget.takeBack(OURS, 2);
		assertThat(budget.sent()).containsExactly(new NumberSent(OURS, 1, LocalDate.parse("2026-11-24")));
		assertThat(budget.spentSegments()).isEqualTo(Map.of(OURS.e164(), 1, SendRates.ALL, 1));
	}

	private static SendingNumber number(String market, @Nullable LocalDate quotaDate, @Nullable Instant firstUsedAt) {
		return new SendingNumber(OURS, market, true, 600, quotaDate, 7, null, firstUsedAt, false);
	}

	private static Budget budget(SendingNumber number, boolean warmUp) {
		return new Budget(new SendingProperties(20, 5000, 750, 2, 500, 100, 3, 32, true, 21, 9, null, null, "",
				BigDecimal.ONE, warmUp), Map.of(OURS, number), Map.of(SendRates.ALL, new TreeMap<>()), LATE);
	}

}

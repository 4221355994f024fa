package rei.sms.jobs.rules;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.jobs.rules.Health.Counts;
import rei.sms.jobs.rules.Health.Judgement.Healthy;
import rei.sms.jobs.rules.Health.Judgement.Pause;
import rei.sms.jobs.rules.Health.Thresholds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class HealthTests {

	private static final Thresholds THRESHOLDS = new Thresholds(50, 0.8, 0.05, 0.03);

	@ParameterizedTest
	@CsvSource(textBlock = """
			# part, all, low, high: the Wilson score interval at 95 %
			0,   10, 0.0000, 0.2775
			1,   10, 0.0179, 0.4042
			5,   10, 0.2366, 0.7634
			10,  10, 0.7225, 1.0000
			50, 100, 0.4038, 0.5962
			3, 1000, 0.0010, 0.0088
			0,    0, 0.0000, 1.0000
			""")
	void fewTextsSayLittle(int part, int all, double low, double high) {
		assertThat(Share.of(part, all).low()).isCloseTo(low, within(0.00006));
		assertThat(Share.of(part, all).high()).isCloseTo(high, within(0.00006));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 5", "6, 5" })
	void aShareIsAPartOfAll(int part, int all) {
		assertThatIllegalArgumentException().isThrownBy(() -> Share.of(part, all));
	}

	@Property
	void theIntervalHoldsTheShareAndShrinksWithMoreTexts(@ForAll @IntRange(max = 500) int part,
			@ForAll @IntRange(max = 500) int rest) {
		var all = part + rest;
		var share = Share.of(part, all);
		if (all > 0) {
			assertThat((double) part / all).isBetween(share.low(), share.high());
			var tenfold = Share.of(10 * part, 10 * all);
			assertThat(tenfold.high() - tenfold.low()).isLessThan(share.high() - share.low());
		}
		assertThat(share.low()).isBetween(0.0, 1.0);
		assertThat(share.high()).isBetween(0.0, 1.0);
	}

	@Test
	void tooManyFilteredTextsPause() {
		assertThat(Health.judge(new Counts(100, 90, 12, 0), THRESHOLDS))
			.isEqualTo(new Pause("12 of 100 filtered (12.0 %)", Share.of(12, 100)));
		assertThat(Health.judge(new Counts(100, 93, 7, 0), THRESHOLDS)).isInstanceOf(Healthy.class);
	}

	@Test
	void tooManyOptOutsPause() {
		assertThat(Health.judge(new Counts(200, 190, 0, 16), THRESHOLDS))
			.isEqualTo(new Pause("16 of 200 opted out (8.0 %)", Share.of(16, 200)));
		assertThat(Health.judge(new Counts(200, 190, 0, 8), THRESHOLDS)).isInstanceOf(Healthy.class);
	}

	@Test
	void tooFewDeliveredTextsPause() {
		assertThat(Health.judge(new Counts(200, 130, 0, 0), THRESHOLDS))
			.isEqualTo(new Pause("130 of 200 delivered (65.0 %)", Share.of(130, 200)));
		assertThat(Health.judge(new Counts(200, 155, 0, 0), THRESHOLDS)).isInstanceOf(Healthy.class);
	}

	@Test
	void nothingIsJudgedByAFewTexts() {
		assertThat(Health.judge(new Counts(49, 0, 49, 49), THRESHOLDS))
			.isEqualTo(new Healthy(Share.of(0, 49), Share.of(49, 49), Share.of(49, 49)));
		assertThat(Health.judge(new Counts(50, 0, 50, 50), THRESHOLDS)).isInstanceOf(Pause.class);
	}

	@ParameterizedTest
	@CsvSource({ "0, 50", "1, 50", "2, 50", "3, 100", "4, 100", "5, 200", "7, 200", "8, 350", "10, 350", "11, 500",
			"14, 500", "15, 750", "400, 750" })
	void aNewNumberWarmsUpInTwoWeeks(int day, int limit) {
		assertThat(WarmUp.limit(day, 750)).isEqualTo(limit);
		assertThat(WarmUp.limit(day, 75)).isEqualTo(Math.min(75, limit));
	}

}

package rei.sms.sandbox.textgrid;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rei.sms.sandbox.textgrid.Delivery.Report;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTests {

	private static final Duration FAST = Duration.ofMillis(10);

	@ParameterizedTest
	@CsvSource({ "0,0,0,0,'sent,delivered'", "1,0,0,0,'sent,sent,delivered,delivered'", "0,1,0,0,'delivered,sent'",
			"0,0,1,0,delivered", "0,0,0,1,'sent,undelivered'" })
	void chancesShapeTheReports(double doubled, double shuffled, double unsent, double lost, String statuses) {
		var delivery = new Delivery(new Carrier(FAST, FAST, 0, doubled, shuffled, unsent, lost, 1));
		assertThat(delivery.plan(Outcome.DELIVERED)).extracting(Report::status)
			.containsExactlyInAnyOrder(statuses.split(","))
			.first()
			.isEqualTo(statuses.split(",")[0]);
	}

	@Test
	void lateIsTwentyTimesLater() {
		var delivery = new Delivery(new Carrier(FAST, FAST, 1, 0, 0, 1, 0, 1));
		assertThat(delivery.plan(Outcome.DELIVERED)).extracting(Report::after).containsExactly(Duration.ofMillis(400));
	}

	@Test
	void silentPhoneReportsNothing() {
		assertThat(new Delivery(Carrier.PERFECT).plan(Outcome.SILENT)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "160,1", "161,2", "306,2", "307,3" })
	void segmentsAreCountedInSevenBits(int length, int segments) {
		assertThat(Segments.of("a".repeat(length))).isEqualTo(segments);
	}

	@Test
	void segmentsShrinkWithUnicode() {
		assertThat(Segments.of("a".repeat(70) + "\u2019")).isEqualTo(2);
		assertThat(Segments.of("a".repeat(159) + "€")).isEqualTo(2);
	}

}

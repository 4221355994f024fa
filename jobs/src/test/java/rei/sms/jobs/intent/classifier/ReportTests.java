package rei.sms.jobs.intent.classifier;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.IntentRules;
import rei.sms.jobs.rules.Reading;
import rei.sms.jobs.intent.classifier.Evaluate.Read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReportTests {

	private final Report report = Report.of(List.of(read(AiIntent.INTRO, AiIntent.INTRO, false, false, 0.95),
			read(AiIntent.INTRO, AiIntent.OTHER, false, true, 0.55),
			read(AiIntent.ASK_PRICE, AiIntent.ASK_PRICE, false, false, 0.95),
			read(AiIntent.DELAY, AiIntent.DELAY, true, true, 0.95)));

	@Test
	void countsWhatIsRight() {
		assertThat(this.report.accuracy()).isEqualTo(0.75);
		assertThat(this.report.intentAccuracy()).isEqualTo(0.75);
		assertThat(this.report.macroF1()).isCloseTo((2.0 / 3 + 0 + 1 + 1) / 4, within(1e-9));
	}

	@Test
	void weighsStopsAndPromotions() {
		assertThat(this.report.optOuts()).isEqualTo(new Report.Counts(1, 1, 2));
		assertThat(this.report.promotions()).isEqualTo(new Report.Counts(1, 1, 1));
	}

	@Test
	void comparesConfidenceWithWhatIsRight() {
		assertThat(this.report.calibrationError()).isCloseTo((0.05 * 3 + 0.55) / 4, within(1e-9));
		assertThat(this.report.confidentAccuracy()).isEqualTo(1);
	}

	@Test
	void printsAllOfIt() {
		var out = new ByteArrayOutputStream();
		this.report.print(new PrintStream(out, true, StandardCharsets.UTF_8), new Pace());
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("ai_intent accuracy   0.750", "confusion", "opt_out",
				"promotion", "calibration error");
	}

	private static Read read(AiIntent label, AiIntent found, boolean stops, boolean foundStop, double confidence) {
		var classification = new Classification(found, foundStop, false, false, true, confidence, "test", Language.EN,
				"test");
		Intent intent = IntentRules.of(new Reading(label, stops, false, true, null, Set.of()));
		return new Read(new Example("text", label, intent, stops, Language.EN, Context.OWNERSHIP_CHECK, "test"),
				classification);
	}

}

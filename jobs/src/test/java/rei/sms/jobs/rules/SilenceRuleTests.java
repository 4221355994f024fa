package rei.sms.jobs.rules;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.suppression.SuppressionReason;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceRuleTests {

	@ParameterizedTest
	@CsvSource({ "NOT_INTERESTED, false, false, ", "NOT_INTERESTED, true, false, STOP", "OTHER, false, true, DNC",
			"OTHER, true, true, STOP", "WRONG_NUMBER, false, false, WRONG_NUMBER", "WRONG_NUMBER, true, false, STOP",
			"WRONG_NUMBER, false, true, DNC" })
	void whatTheEngineReads(AiIntent aiIntent, boolean optOut, boolean threat, @Nullable SuppressionReason reason) {
		var reading = new Reading(aiIntent, optOut, threat, false, null, Set.of());
		assertThat(SilenceRule.of(reading)).isEqualTo(Optional.ofNullable(reason));
	}

	@ParameterizedTest
	@CsvSource({ "DNC, ASK_PRICE, DNC", "DNC, , DNC", "DNC, WRONG_NUMBER, DNC", ", WRONG_NUMBER, WRONG_NUMBER",
			"REJECT, NOT_INTERESTED, ", ", , " })
	void whatAPersonLabels(@Nullable Intent intent, @Nullable AiIntent aiIntent, @Nullable SuppressionReason reason) {
		assertThat(SilenceRule.labelled(intent, aiIntent)).isEqualTo(Optional.ofNullable(reason));
	}

}

package rei.sms.jobs.intent.classifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.contact.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class ContextTests {

	@ParameterizedTest
	@CsvSource({ "OWNERSHIP_CONFIRMATION,ownership_check", "INTEREST_FEELER,interest_feeler",
			"PRICE_QUALIFICATION,price_followup", "PROPERTY_CONDITION,condition_check",
			"MOTIVATION_TIMELINE,motivation_check", "OFFER_FOLLOW_UP,offer_followup",
			"CONTRACT_READY,contract_followup", "CONTRACT_SENT,contract_followup",
			"CONTRACT_FOLLOW_UP,contract_followup", "OPT_OUT,ownership_check", "DNC,ownership_check" })
	void followsFromTheStageOfTheLastText(Stage stage, String key) {
		assertThat(Context.following(stage).key()).isEqualTo(key);
	}

	@Test
	void aFirstTouchAsksWhoOwnsTheHouse() {
		assertThat(Context.following(null)).isEqualTo(Context.OWNERSHIP_CHECK);
	}

}

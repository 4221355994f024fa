package rei.sms.jobs.rules;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.contact.LeadStatus;
import rei.sms.db.contact.Party.Lead;
import rei.sms.db.contact.Party.Prospect;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.Promotion.Promote;
import rei.sms.jobs.rules.Promotion.Relink;
import rei.sms.jobs.rules.Promotion.Stay;
import rei.sms.jobs.rules.PromotionPolicy.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

class PromotionPolicyTests {

	private static final Prospect ANN = new Prospect(new UUID(0, 1));

	private static final Lead BOB = new Lead(new UUID(0, 2));

	@ParameterizedTest
	@EnumSource(names = { "INTEREST_DETECTED", "OFFER_DISCUSSION", "ASK_PRICE" })
	void decideWhenTheSellerShowsInterestPromotesToStageThree(AiIntent aiIntent) {
		assertThat(decide(Stage.INTEREST_FEELER, Intent.NEUTRAL, aiIntent))
			.isEqualTo(promote(Stage.PRICE_QUALIFICATION, "AI Intent is " + aiIntent.label()));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "INTEREST_DETECTED", "OFFER_DISCUSSION", "ASK_PRICE" })
	void decideWhenTheMessageIsAboutAnythingElseStays(AiIntent aiIntent) {
		assertThat(decide(Stage.INTEREST_FEELER, Intent.NEUTRAL, aiIntent))
			.isEqualTo(new Stay("no selling interest yet"));
	}

	@Test
	void decideWhenPositivePromotes() {
		assertThat(decide(Stage.OWNERSHIP_CONFIRMATION, Intent.POSITIVE, AiIntent.MOTIVATION_DETECTED))
			.isEqualTo(promote(Stage.PRICE_QUALIFICATION, "Intent Detected is Positive"));
		assertThat(decide(null, Intent.POSITIVE, null))
			.isEqualTo(promote(Stage.PRICE_QUALIFICATION, "Intent Detected is Positive"));
	}

	@ParameterizedTest
	@CsvSource({ "OWNERSHIP_CONFIRMATION, false", "INTEREST_FEELER, false", "PRICE_QUALIFICATION, true",
			"PROPERTY_CONDITION, true", "CONTRACT_FOLLOW_UP, true" })
	void decideByStageAlonePromotesFromStageThreeOn(Stage stage, boolean promoted) {
		assertThat(decide(stage, null, null)).isEqualTo(
				promoted ? promote(stage, "the stage is " + stage.label()) : new Stay("no selling interest yet"));
	}

	@Test
	void decideKeepsALaterStage() {
		assertThat(decide(Stage.MOTIVATION_TIMELINE, Intent.POSITIVE, AiIntent.ASK_PRICE))
			.isEqualTo(promote(Stage.MOTIVATION_TIMELINE, "Intent Detected is Positive"));
	}

	@Test
	void decideWhenThereIsALeadRelinks() {
		assertThat(PromotionPolicy
			.decide(new Candidate(BOB, Stage.OPT_OUT, Intent.DNC, AiIntent.NOT_INTERESTED, true, false)))
			.isEqualTo(new Relink(BOB));
	}

	@ParameterizedTest
	@CsvSource({ "OPT_OUT, OPT OUT", "DNC, DNC" })
	void decideWhenOptedOutStays(Stage stage, String label) {
		assertThat(decide(stage, Intent.POSITIVE, AiIntent.ASK_PRICE))
			.isEqualTo(new Stay("the contact's stage is " + label));
	}

	@Test
	void decideWhenTheSellerMustNotBeContactedStays() {
		assertThat(decide(Stage.OFFER_FOLLOW_UP, Intent.DNC, AiIntent.OFFER_DISCUSSION))
			.isEqualTo(new Stay("the seller must not be contacted"));
	}

	@Test
	void decideByAPersonsCommandPromotesOnlyAPositiveClassification() {
		assertThat(PromotionPolicy.decide(
				new Candidate(ANN, Stage.INTEREST_FEELER, Intent.POSITIVE, AiIntent.TIMELINE_QUESTION, false, true)))
			.isEqualTo(promote(Stage.PRICE_QUALIFICATION, "a person asked for it"));
		assertThat(PromotionPolicy
			.decide(new Candidate(ANN, Stage.INTEREST_FEELER, Intent.NEUTRAL, AiIntent.NEUTRAL, false, true)))
			.isEqualTo(new Stay("no selling interest yet"));
	}

	@ParameterizedTest
	@EnumSource(names = { "WHO_IS_THIS", "HOW_GOT_NUMBER", "INTRO" })
	void decideWhenTheSellerOnlyAsksOrOwnsStays(AiIntent aiIntent) {
		var reading = Reading.of(aiIntent);
		assertThat(decide(StageRules.next(null, reading), IntentRules.of(reading), aiIntent)).isInstanceOf(Stay.class);
	}

	@Test
	void decideWhenNobodyIsSureStays() {
		assertThat(PromotionPolicy
			.decide(new Candidate(ANN, Stage.OFFER_FOLLOW_UP, Intent.POSITIVE, AiIntent.ASK_PRICE, false, false)))
			.isEqualTo(new Stay("nobody is sure what the message means"));
	}

	private static Promotion decide(@Nullable Stage stage, @Nullable Intent intent, @Nullable AiIntent aiIntent) {
		return PromotionPolicy.decide(new Candidate(ANN, stage, intent, aiIntent, true, false));
	}

	private static Promote promote(Stage stage, String reason) {
		return new Promote(ANN, stage, LeadStatus.ACTIVE_COMMUNICATION, reason);
	}

}

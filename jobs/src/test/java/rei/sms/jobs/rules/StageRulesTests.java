package rei.sms.jobs.rules;

import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

import static org.assertj.core.api.Assertions.assertThat;

class StageRulesTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			INTEREST_DETECTED,   POSITIVE, PRICE_QUALIFICATION
			ASK_PRICE,           POSITIVE, PRICE_QUALIFICATION
			CONDITION_QUESTION,  POSITIVE, PROPERTY_CONDITION
			MOTIVATION_DETECTED, POSITIVE, MOTIVATION_TIMELINE
			TIMELINE_QUESTION,   POSITIVE, MOTIVATION_TIMELINE
			OFFER_DISCUSSION,    POSITIVE, OFFER_FOLLOW_UP
			INTRO,               NEUTRAL,  OWNERSHIP_CONFIRMATION
			WHO_IS_THIS,         NEUTRAL,  OWNERSHIP_CONFIRMATION
			HOW_GOT_NUMBER,      NEUTRAL,  OWNERSHIP_CONFIRMATION
			NEUTRAL,             NEUTRAL,  OWNERSHIP_CONFIRMATION
			OTHER,               NEUTRAL,  OWNERSHIP_CONFIRMATION
			DELAY,               DELAY,    OWNERSHIP_CONFIRMATION
			NOT_INTERESTED,      REJECT,   OWNERSHIP_CONFIRMATION
			WRONG_NUMBER,        REJECT,   OWNERSHIP_CONFIRMATION
			""")
	void theAiIntentSaysWhatComesNext(AiIntent aiIntent, Intent intent, Stage reached) {
		var reading = Reading.of(aiIntent);
		assertThat(IntentRules.of(reading)).isEqualTo(intent);
		assertThat(StageRules.next(null, reading)).isEqualTo(reached);
		assertThat(StageRules.next(Stage.INTEREST_FEELER, reading))
			.isEqualTo((reached == Stage.OWNERSHIP_CONFIRMATION) ? Stage.INTEREST_FEELER : reached);
	}

	@ParameterizedTest
	@EnumSource
	void anOptOutOrAThreatEndsItWhateverTheMessageIsAbout(AiIntent aiIntent) {
		var optOut = new Reading(aiIntent, true, false, true, null, Set.of());
		assertThat(IntentRules.of(optOut)).isEqualTo(Intent.DNC);
		assertThat(StageRules.next(Stage.OFFER_FOLLOW_UP, optOut)).isEqualTo(Stage.OPT_OUT);
		var threat = new Reading(aiIntent, false, true, true, null, Set.of());
		assertThat(IntentRules.of(threat)).isEqualTo(Intent.DNC);
		assertThat(StageRules.next(Stage.OFFER_FOLLOW_UP, threat)).isEqualTo(Stage.DNC);
		var both = new Reading(aiIntent, true, true, true, null, Set.of());
		assertThat(StageRules.next(null, both)).isEqualTo(Stage.OPT_OUT);
	}

	@Test
	void anHeirWithoutAWillToSellStaysNeutral() {
		var heir = new Reading(AiIntent.MOTIVATION_DETECTED, false, false, false, Stage.OWNERSHIP_CONFIRMATION,
				Set.of());
		assertThat(IntentRules.of(heir)).isEqualTo(Intent.NEUTRAL);
		assertThat(StageRules.next(Stage.INTEREST_FEELER, heir)).isEqualTo(Stage.INTEREST_FEELER);
	}

	@ParameterizedTest
	@CsvSource({ ", NEUTRAL", "OWNERSHIP_CONFIRMATION, NEUTRAL", "INTEREST_FEELER, NEUTRAL",
			"PRICE_QUALIFICATION, NEUTRAL", "PROPERTY_CONDITION, POSITIVE", "MOTIVATION_TIMELINE, POSITIVE",
			"CONTRACT_FOLLOW_UP, POSITIVE", "OPT_OUT, NEUTRAL" })
	void factsAboutTheHouseCountOnlyAsAnAnswer(@Nullable Stage asked, Intent intent) {
		var facts = new Reading(AiIntent.CONDITION_QUESTION, false, false, false, asked, Set.of());
		assertThat(IntentRules.of(facts)).isEqualTo(intent);
	}

	@ParameterizedTest
	@CsvSource({ "AGREES_ON_PRICE, CONTRACT_READY", "DOCUMENTS, CONTRACT_SENT",
			"DOCUMENT_QUESTION, CONTRACT_FOLLOW_UP" })
	void aDealMovesOn(DealCue cue, Stage stage) {
		var reading = new Reading(AiIntent.OFFER_DISCUSSION, false, false, true, Stage.OFFER_FOLLOW_UP, Set.of(cue));
		assertThat(StageRules.next(Stage.OFFER_FOLLOW_UP, reading)).isEqualTo(stage);
		var neutral = new Reading(AiIntent.NEUTRAL, false, false, true, Stage.OFFER_FOLLOW_UP, Set.of(cue));
		assertThat(StageRules.next(Stage.OFFER_FOLLOW_UP, neutral)).isEqualTo(stage);
		var rejected = new Reading(AiIntent.NOT_INTERESTED, false, false, true, Stage.OFFER_FOLLOW_UP, Set.of(cue));
		assertThat(StageRules.next(Stage.OFFER_FOLLOW_UP, rejected)).isEqualTo(Stage.OFFER_FOLLOW_UP);
	}

	@ParameterizedTest
	@CsvSource({ "INTEREST_FEELER, POSITIVE, OFFER_DISCUSSION, OFFER_FOLLOW_UP",
			", POSITIVE, TIMELINE_QUESTION, MOTIVATION_TIMELINE",
			"INTEREST_FEELER, NEUTRAL, ASK_PRICE, PRICE_QUALIFICATION",
			"INTEREST_FEELER, NEUTRAL, TIMELINE_QUESTION, INTEREST_FEELER", ", POSITIVE, , OWNERSHIP_CONFIRMATION",
			", REJECT, NOT_INTERESTED, OWNERSHIP_CONFIRMATION", "OFFER_FOLLOW_UP, POSITIVE, ASK_PRICE, OFFER_FOLLOW_UP",
			"OFFER_FOLLOW_UP, DNC, OFFER_DISCUSSION, DNC", "OPT_OUT, POSITIVE, OFFER_DISCUSSION, OPT_OUT",
			"OPT_OUT, DNC, OTHER, OPT_OUT" })
	void aPersonsLabelsCountWhateverTheWordsLookLike(@Nullable Stage before, Intent intent, @Nullable AiIntent aiIntent,
			Stage after) {
		assertThat(StageRules.labelled(before, intent, aiIntent)).isEqualTo(after);
	}

	@Test
	void theFurthestCueCounts() {
		var reading = new Reading(AiIntent.OFFER_DISCUSSION, false, false, true, null,
				Set.of(DealCue.AGREES_ON_PRICE, DealCue.DOCUMENTS));
		assertThat(StageRules.next(null, reading)).isEqualTo(Stage.CONTRACT_SENT);
	}

	@Property
	void aStageNeverGoesBackAndATerminalOneStays(@ForAll Stage current, @ForAll AiIntent aiIntent,
			@ForAll boolean optOut, @ForAll boolean threat, @ForAll boolean open, @ForAll Set<DealCue> cues) {
		var next = StageRules.next(current, new Reading(aiIntent, optOut, threat, open, Stage.INTEREST_FEELER, cues));
		assertThat(next).isGreaterThanOrEqualTo(current);
		if (current.isTerminal()) {
			assertThat(next).isEqualTo(current);
		}
		else {
			assertThat(next.isTerminal()).isEqualTo(optOut || threat);
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			,                       OWNERSHIP_CONFIRMATION, OWNERSHIP_CONFIRMATION
			,                       ,                       OWNERSHIP_CONFIRMATION
			,                       INTEREST_FEELER,        INTEREST_FEELER
			OWNERSHIP_CONFIRMATION, INTEREST_FEELER,        INTEREST_FEELER
			INTEREST_FEELER,        OWNERSHIP_CONFIRMATION, INTEREST_FEELER
			INTEREST_FEELER,        PRICE_QUALIFICATION,    INTEREST_FEELER
			INTEREST_FEELER,        CONTRACT_SENT,          INTEREST_FEELER
			PRICE_QUALIFICATION,    CONTRACT_READY,         PRICE_QUALIFICATION
			PRICE_QUALIFICATION,    CONTRACT_SENT,          CONTRACT_SENT
			OFFER_FOLLOW_UP,        CONTRACT_FOLLOW_UP,     CONTRACT_FOLLOW_UP
			OFFER_FOLLOW_UP,        OPT_OUT,                OFFER_FOLLOW_UP
			OPT_OUT,                INTEREST_FEELER,        OPT_OUT
			DNC,                    CONTRACT_SENT,          DNC
			""")
	void ourOwnTextsNeverStandForTheSellersInterest(@Nullable Stage current, @Nullable Stage ofText, Stage stage) {
		assertThat(StageRules.sent(current, ofText)).isEqualTo(stage);
	}

	@ParameterizedTest
	@CsvSource({ "OPT_OUT, PROPERTY_CONDITION, PROPERTY_CONDITION", "OPT_OUT, , OWNERSHIP_CONFIRMATION",
			"OPT_OUT, DNC, OWNERSHIP_CONFIRMATION", "DNC, PROPERTY_CONDITION, DNC",
			"INTEREST_FEELER, OWNERSHIP_CONFIRMATION, INTEREST_FEELER" })
	void startLiftsAnOptOutOnly(Stage current, @Nullable Stage before, Stage stage) {
		assertThat(StageRules.lifted(current, before)).isEqualTo(stage);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			OFFER_FOLLOW_UP | yes                                       | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | Yes, let's do it                          | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | ok deal                                   | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | You've got a deal! you got a deal         | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | I accept your offer                       | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | We'll take it.                            | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | that number works                         | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | Sí, trato hecho                           | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | acepto la oferta                          | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | claro, dale                               | [AGREES_ON_PRICE]
			OFFER_FOLLOW_UP | agreed, send me the contract              | [AGREES_ON_PRICE, DOCUMENTS]
			OFFER_FOLLOW_UP | ok                                        | []
			OFFER_FOLLOW_UP | no deal                                   | []
			OFFER_FOLLOW_UP | deal if you pay closing                   | []
			OFFER_FOLLOW_UP | I can't accept that                       | []
			OFFER_FOLLOW_UP | deal at 250k                              | []
			OFFER_FOLLOW_UP | is that a good deal?                      | []
			OFFER_FOLLOW_UP | I would accept more                       | []
			OFFER_FOLLOW_UP | yes it is raining                         | []
			OFFER_FOLLOW_UP | acepto pero con otra fecha                | []
			INTEREST_FEELER | yes                                       | []
			INTEREST_FEELER | deal                                      | []
			                | I accept your offer                       | []
			OFFER_FOLLOW_UP | Send the paperwork over                   | [DOCUMENTS]
			OFFER_FOLLOW_UP | email me the docusign please              | [DOCUMENTS]
			OFFER_FOLLOW_UP | where do I sign?                          | [DOCUMENTS]
			CONTRACT_READY  | I signed it                               | [DOCUMENTS]
			CONTRACT_READY  | we already signed                         | [DOCUMENTS]
			CONTRACT_READY  | got the contract, thanks                  | [DOCUMENTS]
			OFFER_FOLLOW_UP | mándame el contrato                       | [DOCUMENTS]
			CONTRACT_READY  | ya lo firmé                               | [DOCUMENTS]
			OFFER_FOLLOW_UP | don't send me any contract                | []
			OFFER_FOLLOW_UP | I never signed the listing agreement      | []
			OFFER_FOLLOW_UP | it is under contract with another buyer   | []
			INTEREST_FEELER | I signed a lease agreement with my tenant  | []
			CONTRACT_SENT   | what does section 4 mean?                 | [DOCUMENT_QUESTION]
			CONTRACT_SENT   | why is there an inspection period in it   | [DOCUMENT_QUESTION]
			CONTRACT_READY  | ¿qué significa la cláusula 3?             | [DOCUMENT_QUESTION]
			CONTRACT_READY  | can you send the contract again?          | [DOCUMENTS, DOCUMENT_QUESTION]
			OFFER_FOLLOW_UP | what does section 8 housing pay?          | []
			CONTRACT_SENT   | looks good                                | []
			CONTRACT_SENT   | when do you come by?                      | []
			OPT_OUT         | what does section 4 mean?                 | []
			""")
	void aSellersWordsSayHowFarTheDealIs(@Nullable Stage asked, String message, String cues) {
		assertThat(DealCues.read(message, asked)).hasToString(cues);
	}

}

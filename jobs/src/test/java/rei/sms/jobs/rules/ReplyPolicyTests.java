package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.ReplyFacts.Concern;
import rei.sms.jobs.rules.ReplyPlan.Kind;
import rei.sms.jobs.rules.ReplyPlan.Person;
import rei.sms.jobs.rules.ReplyPlan.Reason;
import rei.sms.jobs.rules.ReplyPlan.Reply;
import rei.sms.jobs.rules.ReplyPlan.Silent;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyPolicyTests {

	private static final Instant NOW = Instant.parse("2026-08-19T16:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# AI Intent         | Intent   | contact's stage        | asks  | kind     | stage                  | categories
					INTEREST_DETECTED   | POSITIVE | PRICE_QUALIFICATION    | false | AI       | PRICE_QUALIFICATION    | [POSITIVE, PRICE_CHECK]
					ASK_PRICE           | POSITIVE | PRICE_QUALIFICATION    | true  | AI       | PRICE_QUALIFICATION    | [PRICE_CHECK, POSITIVE]
					CONDITION_QUESTION  | POSITIVE | PROPERTY_CONDITION     | false | AI       | PROPERTY_CONDITION     | [POSITIVE, PRICE_CHECK]
					MOTIVATION_DETECTED | POSITIVE | MOTIVATION_TIMELINE    | false | AI       | MOTIVATION_TIMELINE    | [POSITIVE, PRICE_CHECK]
					TIMELINE_QUESTION   | POSITIVE | MOTIVATION_TIMELINE    | true  | AI       | MOTIVATION_TIMELINE    | [POSITIVE, PRICE_CHECK]
					OFFER_DISCUSSION    | POSITIVE | MOTIVATION_TIMELINE    | false | AI       | MOTIVATION_TIMELINE    | [PRICE_CHECK, POSITIVE]
					MOTIVATION_DETECTED | NEUTRAL  | INTEREST_FEELER        | false | TEMPLATE | INTEREST_FEELER        | [POSITIVE, PRICE_CHECK]
					CONDITION_QUESTION  | NEUTRAL  | INTEREST_FEELER        | true  | AI       | INTEREST_FEELER        | [POSITIVE, PRICE_CHECK]
					WHO_IS_THIS         | NEUTRAL  |                        | false | AI       | OWNERSHIP_CONFIRMATION | [MISC_REQUEST, INTRO]
					HOW_GOT_NUMBER      | NEUTRAL  | INTEREST_FEELER        | false | AI       | INTEREST_FEELER        | [MISC_REQUEST, INTRO]
					INTRO               | NEUTRAL  | OWNERSHIP_CONFIRMATION | false | TEMPLATE | INTEREST_FEELER        | [POSITIVE, INTRO]
					INTRO               | NEUTRAL  | PROPERTY_CONDITION     | true  | AI       | PROPERTY_CONDITION     | [POSITIVE, INTRO]
					DELAY               | DELAY    | INTEREST_FEELER        | false | TEMPLATE | INTEREST_FEELER        | [DELAY, DELAY_RETRY]
					DELAY               | NEUTRAL  | INTEREST_FEELER        | false | TEMPLATE | INTEREST_FEELER        | [DELAY, DELAY_RETRY]
					NEUTRAL             | NEUTRAL  | INTEREST_FEELER        | false | TEMPLATE | INTEREST_FEELER        | [DELAY_RETRY, MISC_REQUEST, DELAY]
					NEUTRAL             | NEUTRAL  | INTEREST_FEELER        | true  | AI       | INTEREST_FEELER        | [DELAY_RETRY, MISC_REQUEST, DELAY]
					OTHER               | NEUTRAL  | PRICE_QUALIFICATION    | false | TEMPLATE | PRICE_QUALIFICATION    | [DELAY_RETRY, MISC_REQUEST, DELAY]
					NEUTRAL             | POSITIVE | INTEREST_FEELER        | false | AI       | INTEREST_FEELER        | [DELAY_RETRY, MISC_REQUEST, DELAY]
					INTEREST_DETECTED   | DELAY    | PRICE_QUALIFICATION    | false | TEMPLATE | PRICE_QUALIFICATION    | [DELAY, DELAY_RETRY]
					""")
	void theMatrixOfTheSeed(AiIntent aiIntent, Intent intent, @Nullable Stage stage, boolean asks, Kind kind,
			Stage ofReply, String categories) {
		var plan = decide((facts) -> {
			facts.aiIntent = aiIntent;
			facts.intent = intent;
			facts.stage = stage;
			facts.asks = asks;
		});
		assertThat(plan).isInstanceOfSatisfying(Reply.class, (reply) -> {
			assertThat(reply.kind()).isEqualTo(kind);
			assertThat(reply.stage()).isEqualTo(ofReply);
			assertThat(reply.categories()).hasToString(categories);
		});
	}

	@Test
	void onlyTheLastOfSeveralMessagesIsAnswered() {
		assertThat(decide((facts) -> facts.superseded = true)).isEqualTo(new Silent(Reason.SUPERSEDED));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void anOptedOutSellerIsNeverAnswered(boolean manual) {
		assertThat(decide((facts) -> {
			facts.suppressed = true;
			facts.manual = manual;
			facts.concerns = Set.of(Concern.THREAT);
		})).isEqualTo(new Silent(Reason.OPTED_OUT));
		assertThat(decide((facts) -> {
			facts.stage = Stage.OPT_OUT;
			facts.manual = manual;
		})).isEqualTo(new Silent(Reason.OPTED_OUT));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusalsOfTheSellerAreSilentWhateverAPersonPresses(boolean manual) {
		assertThat(decide((facts) -> {
			facts.intent = Intent.DNC;
			facts.manual = manual;
		})).isEqualTo(new Silent(Reason.DO_NOT_CONTACT));
		assertThat(decide((facts) -> {
			facts.stage = Stage.DNC;
			facts.manual = manual;
		})).isEqualTo(new Silent(Reason.DO_NOT_CONTACT));
		assertThat(decide((facts) -> {
			facts.aiIntent = AiIntent.WRONG_NUMBER;
			facts.intent = Intent.REJECT;
			facts.manual = manual;
		})).isEqualTo(new Silent(Reason.WRONG_NUMBER));
		assertThat(decide((facts) -> {
			facts.aiIntent = AiIntent.NOT_INTERESTED;
			facts.intent = Intent.REJECT;
			facts.manual = manual;
		})).isEqualTo(new Silent(Reason.REJECTED));
	}

	@Test
	void aThreatGoesBeforeAPerson() {
		assertThat(decide((facts) -> {
			facts.stage = Stage.DNC;
			facts.intent = Intent.DNC;
			facts.concerns = Set.of(Concern.THREAT);
		})).isEqualTo(new Person(Reason.THREAT));
	}

	@ParameterizedTest
	@CsvSource({ "BEREAVEMENT, BEREAVEMENT", "MINOR, MINOR", "ANGER, ANGER", "THREAT, THREAT" })
	void whatAMachineMustNotAnswerGoesBeforeAPerson(Concern concern, Reason reason) {
		assertThat(decide((facts) -> facts.concerns = Set.of(concern))).isEqualTo(new Person(reason));
	}

	@Test
	void theGravestConcernIsNamed() {
		assertThat(decide((facts) -> facts.concerns = Set.of(Concern.ANGER, Concern.BEREAVEMENT)))
			.isEqualTo(new Person(Reason.BEREAVEMENT));
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "1799, true", "1800, true", "1801, false" })
	void forThirtyMinutesAfterAPersonTheEngineStaysOut(int seconds, boolean silent) {
		var plan = decide((facts) -> facts.lastHumanAt = Optional.of(NOW.minusSeconds(seconds)));
		if (silent) {
			assertThat(plan).isEqualTo(new Silent(Reason.PERSON_ACTIVE));
		}
		else {
			assertThat(plan).isInstanceOf(Reply.class);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "OFFER_FOLLOW_UP", "CONTRACT_READY", "CONTRACT_SENT", "CONTRACT_FOLLOW_UP" })
	void fromOffersOnAPersonAnswers(Stage stage) {
		assertThat(decide((facts) -> facts.stage = stage)).isEqualTo(new Person(Reason.LATE_STAGE));
	}

	@Test
	void beforeOffersTheEngineAnswers() {
		assertThat(decide((facts) -> facts.stage = Stage.MOTIVATION_TIMELINE)).isInstanceOf(Reply.class);
	}

	@Test
	void twoAutomaticAnswersWithoutProgressGoBeforeAPerson() {
		assertThat(decide((facts) -> facts.automaticReplies = 1)).isInstanceOf(Reply.class);
		assertThat(decide((facts) -> facts.automaticReplies = 2)).isEqualTo(new Person(Reason.NO_PROGRESS));
	}

	@Test
	void whatNobodyIsSureOfGoesBeforeAPerson() {
		assertThat(decide((facts) -> facts.confidence = 0.5)).isInstanceOf(Reply.class);
		assertThat(decide((facts) -> facts.confidence = 0.49)).isEqualTo(new Person(Reason.LOW_CONFIDENCE));
	}

	@Test
	void aPersonsCommandOverridesTheEnginesCaution() {
		assertThat(decide((facts) -> {
			facts.manual = true;
			facts.stage = Stage.CONTRACT_READY;
			facts.confidence = 0;
			facts.automaticReplies = 9;
			facts.lastHumanAt = Optional.of(NOW);
			facts.concerns = Set.of(Concern.BEREAVEMENT);
		})).isEqualTo(new Reply(Kind.AI, Stage.CONTRACT_READY,
				List.of(TemplateCategory.POSITIVE, TemplateCategory.PRICE_CHECK)));
	}

	@Test
	void helpGetsTheIdentityTemplateAtAnyStage() {
		var identity = List.of(TemplateCategory.MISC_REQUEST, TemplateCategory.INTRO);
		assertThat(decide((facts) -> {
			facts.help = true;
			facts.asks = true;
			facts.stage = Stage.CONTRACT_READY;
			facts.confidence = 0;
		})).isEqualTo(new Reply(Kind.TEMPLATE, Stage.CONTRACT_READY, identity));
		assertThat(decide((facts) -> {
			facts.help = true;
			facts.lastHumanAt = Optional.of(NOW);
		})).isEqualTo(new Silent(Reason.PERSON_ACTIVE));
	}

	@Test
	void theOperatorSetsTheLimits() {
		var strict = new ReplyPolicy(0.9, Duration.ofHours(1), 1);
		var facts = new Draft();
		facts.confidence = 0.89;
		assertThat(strict.decide(facts.get())).isEqualTo(new Person(Reason.LOW_CONFIDENCE));
		facts.automaticReplies = 1;
		assertThat(strict.decide(facts.get())).isEqualTo(new Person(Reason.NO_PROGRESS));
		facts.lastHumanAt = Optional.of(NOW.minus(Duration.ofMinutes(59)));
		assertThat(strict.decide(facts.get())).isEqualTo(new Silent(Reason.PERSON_ACTIVE));
	}

	@ParameterizedTest
	@EnumSource
	void theCategoriesAreThoseOfTheSeed(TemplateCategory category) {
		assertThat(Set.of("Intro", "Positive", "Negative", "Opt-Out", "Price Check", "Delay", "Closing", "Wrong Number",
				"Not Owner", "Buyer", "Misc Request", "Internal Reminder", "Internal Document", "Delay / Retry"))
			.contains(category.label());
	}

	private static ReplyPlan decide(Consumer<Draft> change) {
		var facts = new Draft();
		change.accept(facts);
		return ReplyPolicy.STANDARD.decide(facts.get());
	}

	/** An interested seller whom the engine answers, to be changed by each test. */
	private static final class Draft {

		private AiIntent aiIntent = AiIntent.INTEREST_DETECTED;

		private Intent intent = Intent.POSITIVE;

		private double confidence = 0.9;

		private @Nullable Stage stage = Stage.PRICE_QUALIFICATION;

		private boolean suppressed;

		private boolean superseded;

		private boolean asks;

		private boolean help;

		private Set<Concern> concerns = Set.of();

		private Optional<Instant> lastHumanAt = Optional.empty();

		private int automaticReplies;

		private boolean manual;

		private ReplyFacts get() {
			return new ReplyFacts(NOW, this.aiIntent, this.intent, this.confidence, this.stage, this.suppressed,
					this.superseded, this.asks, this.help, this.concerns, this.lastHumanAt, this.automaticReplies,
					this.manual);
		}

	}

}

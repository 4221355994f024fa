package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.rules.Decision.Allowed;
import rei.sms.jobs.rules.Decision.Refused;
import rei.sms.jobs.rules.Decision.Rule;
import rei.sms.jobs.rules.GateFacts.CampaignWindow;
import rei.sms.jobs.rules.GateFacts.NumberDay;

import static org.assertj.core.api.Assertions.assertThat;

class SendGateTests {

	private static final Instant NOW = Facts.NOW;

	private static final Instant MIDNIGHT = Facts.MIDNIGHT;

	private static final Allowed ALLOWED = new Allowed(StateHours.standard().version(), ZoneId.of("America/New_York"),
			Instant.parse("2026-08-20T01:00:00Z"));

	private final SendGate gate = gate(QuietWindow.STANDARD, FrequencyCap.STANDARD);

	@Test
	void aTextThatNothingForbidsMayGoUntilTheEndOfTheRecipientsWindow() {
		assertThat(decide((facts) -> {
		})).isEqualTo(ALLOWED);
	}

	@Test
	void theKillSwitchHoldsEverything() {
		assertThat(decide((facts) -> facts.paused = Optional.of("market Tampa, FL")))
			.isEqualTo(new Refused(Rule.KILL_SWITCH, "paused: market Tampa, FL", Optional.empty(), false));
	}

	@Test
	void aSuppressedPhoneIsNeverTexted() {
		assertThat(decide((facts) -> facts.suppressed = Optional.of("STOP")))
			.isEqualTo(new Refused(Rule.SUPPRESSION, "suppressed: STOP", Optional.empty(), true));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMATION")
	void suppressionHoldsForEveryKindButTheConfirmation(TextKind kind) {
		assertThat(decide((facts) -> {
			facts.kind = kind;
			facts.campaign = Optional.empty();
			facts.suppressed = Optional.of("STOP");
		})).isInstanceOfSatisfying(Refused.class, (refused) -> assertThat(refused.rule()).isEqualTo(Rule.SUPPRESSION));
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "299, true", "300, true", "301, false" })
	void theConfirmationOfAStopGoesWithinFiveMinutesOrNever(int seconds, boolean allowed) {
		var decision = decide((facts) -> {
			facts.kind = TextKind.CONFIRMATION;
			facts.campaign = Optional.empty();
			facts.suppressed = Optional.of("STOP");
			facts.stage = Stage.OPT_OUT;
			facts.doNotCall = true;
			facts.stoppedAt = Optional.of(NOW.minusSeconds(seconds));
		});
		assertThat(decision).isEqualTo(allowed ? ALLOWED
				: new Refused(Rule.SUPPRESSION, "too late to confirm a stop", Optional.empty(), true));
	}

	@Test
	void aConfirmationOfNoStopNeverGoes() {
		assertThat(decide((facts) -> facts.kind = TextKind.CONFIRMATION)).isInstanceOf(Refused.class);
	}

	@ParameterizedTest
	@CsvSource({ "OPT_OUT, OPT OUT", "DNC, DNC" })
	void aTerminalStageIsNeverTexted(Stage stage, String label) {
		assertThat(decide((facts) -> facts.stage = stage))
			.isEqualTo(new Refused(Rule.CONSENT, "the contact's stage is " + label, Optional.empty(), true));
	}

	@Test
	void aContactWithoutAStageMayBeTexted() {
		assertThat(decide((facts) -> facts.stage = null)).isEqualTo(ALLOWED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "OPT_OUT", "DNC" })
	void everyOtherStageMayBeTexted(Stage stage) {
		assertThat(decide((facts) -> facts.stage = stage)).isEqualTo(ALLOWED);
	}

	@Test
	void aPhoneOnADoNotCallListIsNeverTexted() {
		assertThat(decide((facts) -> facts.doNotCall = true))
			.isEqualTo(new Refused(Rule.CONSENT, "on a Do-Not-Call list", Optional.empty(), true));
	}

	@ParameterizedTest
	@CsvSource({ "CAMPAIGN, false", "REPLY, false", "MANUAL, true", "CONFIRMATION, true" })
	void noAutomaticTextOvertakesTheReadingOfWhatTheSellerWrote(TextKind kind, boolean allowed) {
		var decision = decide((facts) -> {
			facts.kind = kind;
			facts.unheard = true;
			facts.campaign = Optional.empty();
			facts.stoppedAt = Optional.of(NOW);
		});
		assertThat(decision).isEqualTo(allowed ? ALLOWED : new Refused(Rule.CONSENT,
				"what the seller wrote last is not understood yet", Optional.empty(), false));
	}

	@ParameterizedTest
	@CsvSource({ "2026-08-20T00:59:59Z, true", "2026-08-20T01:00:00Z, false" })
	void quietHoursHoldUntilTheNextOpening(Instant now, boolean allowed) {
		var decision = decide((facts) -> facts.now = now);
		assertThat(decision).isEqualTo(allowed ? ALLOWED : new Refused(Rule.QUIET_HOURS, "GA 08-21 (America/New_York)",
				Optional.of(Instant.parse("2026-08-20T13:00:00Z")), false));
	}

	@Test
	void hoursThatNeverMeetHoldWithoutATime() {
		var mornings = gate(new QuietWindow(10, 7, true), FrequencyCap.STANDARD);
		var facts = new Facts();
		facts.recipient = Facts.in(UsState.KY, "America/New_York");
		assertThat(mornings.decide(facts.get())).isEqualTo(new Refused(Rule.QUIET_HOURS,
				"operator 07-10 (America/New_York) never opens", Optional.empty(), false));
	}

	@ParameterizedTest
	@EnumSource(names = { "FL", "OK", "MD" })
	void threeStatesCapEveryKindOfText(UsState state) {
		for (var kind : List.of(TextKind.CAMPAIGN, TextKind.REPLY, TextKind.MANUAL)) {
			Consumer<Facts> thirdToday = (facts) -> {
				facts.kind = kind;
				facts.recipient = Facts.in(state, "America/New_York");
				facts.sent = ago(1, 5);
			};
			assertThat(decide(thirdToday)).isInstanceOf(Allowed.class);
			assertThat(decide(thirdToday.andThen((facts) -> facts.sent = ago(1, 5, 23))))
				.isEqualTo(new Refused(Rule.FREQUENCY, "the state's cap: 3 in 24 hours",
						Optional.of(NOW.plus(Duration.ofHours(1))), false));
		}
	}

	@Test
	void theStatesCapHoldsWhateverTheEnginesIs() {
		var generous = gate(QuietWindow.STANDARD, new FrequencyCap(10, Duration.ofHours(72), false));
		var facts = new Facts();
		facts.sent = ago(1, 2, 3, 4, 5, 6);
		assertThat(generous.decide(facts.get())).isEqualTo(ALLOWED);
		facts.recipient = Facts.in(UsState.FL, "America/New_York");
		assertThat(generous.decide(facts.get())).isEqualTo(new Refused(Rule.FREQUENCY, "the state's cap: 3 in 24 hours",
				Optional.of(NOW.plus(Duration.ofHours(21))), false));
	}

	@Test
	void oneCappedStateOfSeveralIsEnough() {
		assertThat(decide((facts) -> {
			facts.kind = TextKind.REPLY;
			facts.recipient = new Whereabouts(List.of(Facts.in(UsState.GA, "America/New_York").places().getFirst(),
					Facts.in(UsState.FL, "America/New_York").places().getFirst()));
			facts.sent = ago(1, 2, 3);
		})).isInstanceOf(Refused.class);
	}

	@Test
	void anUnknownPlaceMayBeACappedState() {
		assertThat(decide((facts) -> {
			facts.kind = TextKind.REPLY;
			facts.recipient = Whereabouts.UNKNOWN;
			facts.sent = ago(1, 2, 3);
		})).isInstanceOf(Refused.class);
	}

	@Test
	void theEngineCapsCampaignsAndManualTextsElsewhere() {
		for (var kind : List.of(TextKind.CAMPAIGN, TextKind.MANUAL)) {
			assertThat(decide((facts) -> {
				facts.kind = kind;
				facts.sent = ago(1, 5);
			})).isEqualTo(ALLOWED);
			assertThat(decide((facts) -> {
				facts.kind = kind;
				facts.sent = ago(1, 5, 23);
			})).isEqualTo(new Refused(Rule.FREQUENCY, "the engine's cap: 3 in 24 hours",
					Optional.of(NOW.plus(Duration.ofHours(1))), false));
		}
	}

	@Test
	void anAnswerToASellerIsExemptFromTheEnginesCapUnlessTheOperatorSaysOtherwise() {
		Consumer<Facts> fourthReply = (facts) -> {
			facts.kind = TextKind.REPLY;
			facts.campaign = Optional.empty();
			facts.sent = ago(1, 2, 3);
		};
		assertThat(decide(fourthReply)).isEqualTo(ALLOWED);
		var strict = gate(QuietWindow.STANDARD, new FrequencyCap(3, Duration.ofHours(72), true));
		var facts = new Facts();
		fourthReply.accept(facts);
		assertThat(strict.decide(facts.get())).isInstanceOf(Refused.class);
	}

	@Test
	void aTextLeavesTheRollingDayAfterExactly24Hours() {
		assertThat(decide((facts) -> facts.sent = List.of(NOW.minus(Duration.ofHours(24)), NOW.minusSeconds(9),
				NOW.minusSeconds(5))))
			.isEqualTo(ALLOWED);
		assertThat(decide((facts) -> facts.sent = List.of(NOW.minus(Duration.ofHours(24)).plusMillis(1),
				NOW.minusSeconds(9), NOW.minusSeconds(5))))
			.isInstanceOfSatisfying(Refused.class, (refused) -> assertThat(refused.next()).contains(NOW.plusMillis(1)));
	}

	@Test
	void theNextTextMayGoWhenOnlyTwoAreLeftInTheDay() {
		assertThat(decide((facts) -> facts.sent = ago(23, 22, 3, 2, 1))).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.next()).contains(NOW.plus(Duration.ofHours(21))));
	}

	@Test
	void oneUnansweredCampaignTextKeepsTheNextAwayFor72Hours() {
		assertThat(decide((facts) -> facts.lastCampaignAt = Optional.of(NOW.minus(Duration.ofHours(72)).plusMillis(1))))
			.isEqualTo(new Refused(Rule.FREQUENCY, "a campaign text is unanswered", Optional.of(NOW.plusMillis(1)),
					false));
		assertThat(decide((facts) -> facts.lastCampaignAt = Optional.of(NOW.minus(Duration.ofHours(72)))))
			.isEqualTo(ALLOWED);
	}

	@Test
	void anAnswerLetsTheNextCampaignTextGo() {
		var sent = NOW.minus(Duration.ofHours(10));
		assertThat(decide((facts) -> {
			facts.lastCampaignAt = Optional.of(sent);
			facts.lastInboundAt = Optional.of(sent);
		})).isEqualTo(ALLOWED);
		assertThat(decide((facts) -> {
			facts.lastCampaignAt = Optional.of(sent);
			facts.lastInboundAt = Optional.of(sent.minusMillis(1));
		})).isInstanceOf(Refused.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "REPLY", "MANUAL" })
	void anUnansweredCampaignTextKeepsOnlyCampaignsAway(TextKind kind) {
		assertThat(decide((facts) -> {
			facts.kind = kind;
			facts.campaign = Optional.empty();
			facts.lastCampaignAt = Optional.of(NOW.minusSeconds(1));
		})).isEqualTo(ALLOWED);
	}

	@ParameterizedTest
	@CsvSource({ "DRAFT, Draft", "PAUSED, Paused" })
	void aCampaignThatDoesNotRunHoldsItsTexts(CampaignStatus status, String label) {
		assertThat(decide((facts) -> facts.campaign = campaign(status)))
			.isEqualTo(new Refused(Rule.CAMPAIGN, "the campaign is " + label, Optional.empty(), false));
	}

	@Test
	void aCompletedCampaignNeverSendsAgain() {
		assertThat(decide((facts) -> facts.campaign = campaign(CampaignStatus.COMPLETED)))
			.isEqualTo(new Refused(Rule.CAMPAIGN, "the campaign is Completed", Optional.empty(), true));
	}

	@Test
	void aScheduledCampaignWaitsForItsStart() {
		var start = NOW.plusSeconds(60);
		assertThat(decide((facts) -> facts.campaign = Optional
			.of(new CampaignWindow(CampaignStatus.SCHEDULED, Optional.of(start), Optional.empty()))))
			.isEqualTo(new Refused(Rule.CAMPAIGN, "the campaign is Scheduled", Optional.of(start), false));
		assertThat(decide((facts) -> facts.campaign = Optional
			.of(new CampaignWindow(CampaignStatus.SCHEDULED, Optional.of(NOW), Optional.empty()))))
			.isEqualTo(new Refused(Rule.CAMPAIGN, "the campaign is Scheduled", Optional.empty(), false));
	}

	@Test
	void aCampaignSendsFromItsStartToItsEnd() {
		var later = NOW.plusMillis(1);
		assertThat(decide((facts) -> facts.campaign = Facts.running(Optional.of(NOW), Optional.of(later))))
			.isEqualTo(ALLOWED);
		assertThat(decide((facts) -> facts.campaign = Facts.running(Optional.of(later), Optional.empty())))
			.isEqualTo(new Refused(Rule.CAMPAIGN, "before the campaign's Start Time", Optional.of(later), false));
		assertThat(decide((facts) -> facts.campaign = Facts.running(Optional.empty(), Optional.of(NOW))))
			.isEqualTo(new Refused(Rule.CAMPAIGN, "the campaign's End Time has passed", Optional.empty(), true));
	}

	@Test
	void aNumberThatIsNotActiveSendsNothing() {
		assertThat(decide((facts) -> facts.number = new NumberDay(false, 0, 750, MIDNIGHT)))
			.isEqualTo(new Refused(Rule.NUMBER, "our number is not active", Optional.empty(), false));
	}

	@Test
	void theNumbersMinuteHoldsItsSegments() {
		var room = Optional.of(NOW.plusSeconds(7));
		assertThat(decide((facts) -> facts.numberMinute = new RollingMinute(18, 20, 2, room))).isEqualTo(ALLOWED);
		assertThat(decide((facts) -> facts.numberMinute = new RollingMinute(19, 20, 2, room))).isEqualTo(
				new Refused(Rule.NUMBER_RATE, "the number's minute is full: 19 + 2 of 20 segments", room, false));
	}

	@Test
	void theMinuteOfAllNumbersHoldsItsSegments() {
		var room = Optional.of(NOW.plusSeconds(7));
		assertThat(decide((facts) -> facts.globalMinute = new RollingMinute(4999, 5000, 1, room))).isEqualTo(ALLOWED);
		assertThat(decide((facts) -> facts.globalMinute = new RollingMinute(5000, 5000, 1, room)))
			.isEqualTo(new Refused(Rule.GLOBAL_RATE, "the minute of all numbers is full: 5000 + 1 of 5000 segments",
					room, false));
	}

	@Test
	void theNumbersDayHoldsItsLimit() {
		assertThat(decide((facts) -> facts.number = new NumberDay(true, 749, 750, MIDNIGHT))).isEqualTo(ALLOWED);
		assertThat(decide((facts) -> facts.number = new NumberDay(true, 750, 750, MIDNIGHT))).isEqualTo(
				new Refused(Rule.DAILY_LIMIT, "the number has sent its 750 today", Optional.of(MIDNIGHT), false));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })
	void theFirstCheckThatRefusesDecides(int first) {
		var spoilers = List.<Consumer<Facts>>of((facts) -> facts.paused = Optional.of("all"),
				(facts) -> facts.suppressed = Optional.of("STOP"), (facts) -> facts.doNotCall = true,
				(facts) -> facts.now = Instant.parse("2026-08-20T02:00:00Z"),
				(facts) -> facts.lastCampaignAt = Optional.of(NOW.minusSeconds(1)),
				(facts) -> facts.campaign = campaign(CampaignStatus.PAUSED),
				(facts) -> facts.number = new NumberDay(false, 750, 750, MIDNIGHT),
				(facts) -> facts.numberMinute = new RollingMinute(20, 20, 1, Optional.empty()),
				(facts) -> facts.globalMinute = new RollingMinute(9, 9, 1, Optional.empty()),
				(facts) -> facts.number = new NumberDay(facts.number.active(), 750, 750, MIDNIGHT));
		var facts = new Facts();
		spoilers.subList(first, spoilers.size()).forEach((spoiler) -> spoiler.accept(facts));
		assertThat(this.gate.decide(facts.get())).isInstanceOfSatisfying(Refused.class,
				(refused) -> assertThat(refused.rule()).isEqualTo(Rule.values()[first]));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# limit, adding, used, room after seconds
			20,  1, 15,  0
			16,  1, 15,  0
			15,  1, 15,  30
			15,  5, 15,  30
			15,  6, 15,  50
			15, 14, 15,  50
			15, 15, 15,  60
			14,  1, 15,  30
			""")
	void aRollingMinuteSaysWhenThereIsRoom(int limit, int adding, int used, int seconds) {
		var bySecond = Map.of(second(-60), 100, second(-30), 5, second(-10), 9, second(0), 1, second(-100), 7);
		assertThat(RollingMinute.of(bySecond, limit, adding, NOW.plusMillis(400))).isEqualTo(new RollingMinute(used,
				limit, adding, Optional.of((seconds == 0) ? NOW.plusMillis(400) : NOW.plusSeconds(seconds))));
	}

	@Test
	void aTextLongerThanTheRateNeverHasRoom() {
		assertThat(RollingMinute.of(Map.of(second(-5), 1), 2, 3, NOW))
			.isEqualTo(new RollingMinute(1, 2, 3, Optional.empty()));
	}

	private static long second(int ago) {
		return NOW.getEpochSecond() + ago;
	}

	private Decision decide(Consumer<Facts> spoiler) {
		var facts = new Facts();
		spoiler.accept(facts);
		return this.gate.decide(facts.get());
	}

	private static SendGate gate(QuietWindow window, FrequencyCap cap) {
		return new SendGate(new QuietHours(StateHours.standard(), window), cap);
	}

	private static Optional<CampaignWindow> campaign(CampaignStatus status) {
		return Optional.of(new CampaignWindow(status, Optional.empty(), Optional.empty()));
	}

	private static List<Instant> ago(int... hours) {
		var instants = new ArrayList<Instant>();
		for (int hour : hours) {
			instants.add(NOW.minus(Duration.ofHours(hour)));
		}
		return instants;
	}

}

package rei.sms.db.optout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.optout.Request.Help;
import rei.sms.db.optout.Request.None;
import rei.sms.db.optout.Request.Start;
import rei.sms.db.optout.Request.Stop;

import static org.assertj.core.api.Assertions.assertThat;

class OptOutReaderTests {

	private final OptOutReader reader = OptOutReader.load();

	@ParameterizedTest
	@ValueSource(strings = { "stop", "STOP", " Stop. ", "stopall", "Stop All", "quit", "END", "revoke", "optout",
			"opt out", "opt-out", "cancel", "unsubscribe", "unsub", "remove", "Remove me!", "arret", "arrêt", "alto",
			"baja", "no mas", "No Más", "stop2quit", "stop please", "pls stop", "stop now", "STOP thanks",
			"please unsubscribe", "STOPPPP", "stoppp!!!", "stop stop stop", "s t o p", "s.t.o.p.", "S-T-O-P", "st op",
			"un subscribe", "st0p", "\"stop\"", "ｓｔｏｐ", "ѕтор", "s\u200Bt\u200Bo\u200Bp", "stop\n", "alto por favor",
			"quit!!", "end please", "nomas", "removeme", "Stop2Quit" })
	void readsKeywordsWhateverTheirDress(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Stop.class)
			.extracting((request) -> ((Stop) request).doubtful())
			.isEqualTo(false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stpo", "sotp", "tsop", "stip", "STIP", "stp", "sto", "stopp", "srop", "dtop", "stiop",
			"stip please", "unsubcribe", "unsuscribe", "unsubscrib", "unsubsribe", "usubscribe", "unsubscirbe" })
	void readsAKeywordOneSlipAway(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Stop.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Do not call", "don't call", "Please do not call me.", "no me llame más", "¡Detener!" })
	void readsWhoWantsNoCallsAndNothingElseAsADoubtfulStop(String body) {
		assertThat(this.reader.read(body)).isInstanceOfSatisfying(Stop.class,
				(stop) -> assertThat(stop.doubtful()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Long story short, my dad left us the duplex and the tenant stopped paying and the boiler died last winter. "
					+ "We live far away. So no more texts please. Good luck to you",
			"Ok look we already talked about the roof and the taxes and what my cousin got for hers on the next street.\n"
					+ "Take me off your list.\nHave a blessed day" })
	void aRequestDoesNotDrownInALongStory(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Stop.class);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Long story short, my dad left us the duplex and the tenant stopped paying and the boiler died last winter. "
					+ "We live far away. Call me rather than texting. Good luck to you",
			"My mother passed in May and we had to quit our jobs to take care of it all. Stop by on Saturday if you want. "
					+ "The key is with the neighbor on the left, she is home" })
	void aLongStoryWithoutOneIsNone(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(None.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "🛑", "🛑🛑🛑", "🛑 please", "\uD83D\uDED1\uFE0F" })
	void readsALoneStopSign(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Stop.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "step", "top", "atop", "stoop", "slop", "bus stop", "step please", "start",
			"I'm quite interested", "end of May", "stop by tomorrow", "cancel my listing and sell to you",
			"remove the carpet", "I just wont stop thinking about that offer", "yes", "no", "not interested",
			"wrong number", "Please don't remove me, I want to sell", "the truck stop on Route 9 is next door",
			"can you stop in on friday", "quit my job so I need to sell", "dont call, text me", "do not call after 9",
			"no me llame, escríbame", "my tenant told you to stop, not me", "drop me a number", "no más de 200",
			"no mas que 180 mil", "the tenant needs to be removed", "no me moleste que me escriba, al contrario",
			"stop in on your way home and see it" })
	void leavesOtherSensesAlone(String body) {
		assertThat(this.reader.read(body)).isNotInstanceOf(Stop.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Take my contact info off please",
			"I want to confirm that I have been removed from your contacts",
			"Again I want to stop the service thank you.", "Don't text me anymore", "Stop texting me", "No Mas",
			"leave me alone", "please opt me out", "lose my number", "take me off your list", "go away",
			"do not contact this number again", "no me escriban más", "borra mi número", "déjame en paz",
			"quiteme de su lista por favor", "ya no me manden mensajes", "text me again and I'll sue",
			"I already told you to stop", "who is this? stop texting me", "wrong number, remove me",
			"Dont text again unless its over 900k", "pls disenroll my number", "stooop texting me", "rmove my numbr",
			"📵📵", "no deseo seguir recibiendo mensajes", "do not call or text me", "goodbye and lose this contact",
			"quit hitting me up", "STOP MESSAGE" })
	void readsFreeTextThatRevokes(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Stop.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "START", "start", "unstop", "Start please", "UNSTOP." })
	void startLifts(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Start.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yes", "YES", "start a new job tomorrow", "yes start the paperwork", "resume" })
	void nothingElseLifts(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(None.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HELP", "help", "Info", "help!", "ayuda" })
	void helpIsAKeywordOfItsOwn(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(Help.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "👍", "???", "I can help you", "send me info on your company" })
	void theRestAsksNothing(String body) {
		assertThat(this.reader.read(body)).isInstanceOf(None.class);
	}

	@Test
	void saysHowSureItIs() {
		assertThat(this.reader.read("take me off your list")).isInstanceOfSatisfying(Stop.class, (stop) -> {
			assertThat(stop.confidence()).isBetween(0.8, 1.0);
			assertThat(stop.doubtful()).isFalse();
			assertThat(stop.reason()).isEqualTo("take me off");
		});
	}

	@Test
	void readsTheLongestBodyWithoutStalling() {
		assertThat(this.reader.read("no more more text me ".repeat(500))).isNotNull();
	}

}

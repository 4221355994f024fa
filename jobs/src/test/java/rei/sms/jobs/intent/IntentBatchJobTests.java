package rei.sms.jobs.intent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.SellerFacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Threads;
import rei.sms.db.conversation.Told;
import rei.sms.db.inbox.Request;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.JobTestTail;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine makes of inbound messages without any model. */
@JobTest
@Import({ IntentBatchJobTests.Intents.class, JobTestTail.class })
class IntentBatchJobTests {

	private static final PhoneNumber ANN = new PhoneNumber("+17135550101");

	@Autowired
	private Job intentBatch;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Contacts contacts;

	@Autowired
	private SellerFacts facts;

	@Autowired
	private Threads threads;

	@Autowired
	private EmbeddedReading embedded;

	@Autowired
	private Understand understand;

	@BeforeEach
	void oneContact() {
		this.rows.clear();
		this.contacts.ensure(List.of(ANN), JobTestContext.MONDAY_NOON);
	}

	@Test
	void whatASellerTellsStaysWithMessageAndContact() {
		asked("PRICE_QUALIFICATION");
		said(20, "We inherited it and the roof leaks, 300-320k and call me next week");
		said(30, "en realidad quiero 350 mil");
		assertThat(this.jobs.run(this.intentBatch).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		var told = this.facts.of(ANN);
		assertThat(told.askingLow()).isEqualTo(350_000);
		assertThat(told.writeAgain()).hasToString("2026-11-30");
		assertThat(told.reasons()).contains("inheritance");
		assertThat(told.conditions()).contains("roof", "mold_or_water");
		assertThat(told.language()).isEqualTo("es");
		var first = this.threads.of(ANN, 10).get(1);
		assertThat(first.facts()).isNotNull()
			.extracting(Told::askingLow, Told::askingHigh)
			.containsExactly(300_000L, 320_000L);
		assertThat(first.summary()).contains("asks $300,000 to $320,000; write again 2026-11-30; why: inheritance")
			.containsPattern("wording and meaning \\(\\d{2,3} % sure\\)$");
		assertThat(first.classifier()).startsWith("embedded");
	}

	@Test
	void anAgreementOnThePriceReachesStageSevenAndPapersEightAndNine() {
		stage("OFFER_FOLLOW_UP");
		asked("OFFER_FOLLOW_UP");
		said(20, "deal, we accept your offer");
		this.jobs.run(this.intentBatch);
		assertThat(stage()).isEqualTo("CONTRACT_READY");
		asked("CONTRACT_READY");
		said(40, "please send me the contract");
		this.jobs.run(this.intentBatch);
		assertThat(stage()).isEqualTo("CONTRACT_SENT");
		asked("CONTRACT_SENT");
		said(60, "what does the inspection clause on page 2 mean?");
		this.jobs.run(this.intentBatch);
		assertThat(stage()).isEqualTo("CONTRACT_FOLLOW_UP");
	}

	@Test
	void aMessageThatNobodyUnderstandsMovesNobody() {
		var words = List.of("the ducks went by", "ya then whatever floats", "zzz 4", "hm tuesday was blue", "if pigs",
				"left at the light", "so so ma ma", "maybe yes maybe the other", "tell him the thing");
		for (int i = 0; i < words.size(); i++) {
			var phone = new PhoneNumber("+1713555020" + i);
			this.contacts.ensure(List.of(phone), JobTestContext.MONDAY_NOON);
			this.contacts.moveTo(phone, Stage.INTEREST_FEELER);
			said(phone, 10 + i, words.get(i));
		}
		this.jobs.run(this.intentBatch);
		assertThat(this.rows.count("conversation WHERE confidence < 0.5")).isGreaterThan(2);
		assertThat(this.rows.count("conversation c JOIN contact k ON k.phone = c.seller_phone "
				+ "WHERE c.confidence < 0.5 AND c.intent <> 'DNC' AND k.stage <> 'INTEREST_FEELER'"))
			.isZero();
	}

	/** The webhook's reader is quick: somebody looks where the whole reading differs. */
	@ParameterizedTest
	@CsvSource({ "who is this and how did you get my address, true", "STOP, false",
			"please stop texting me and take me off your list, false" })
	void aStopThatOnlyTheWebhookFoundIsHonouredAndPutBeforeAPerson(String body, boolean asksPerson) {
		said(20, body);
		this.rows.text("WITH s AS (UPDATE conversation SET request = 'STOP' RETURNING 1) SELECT count(*) FROM s");
		this.jobs.run(this.intentBatch);
		assertThat(this.rows
			.text("SELECT c.intent || ' ' || k.stage FROM conversation c JOIN contact k ON k.phone = c.seller_phone"))
			.isEqualTo("DNC OPT_OUT");
		assertThat(this.rows.count("needs_person WHERE kind = 'doubtful-stop'")).isEqualTo(asksPerson ? 1 : 0);
	}

	@Test
	void oneThatCannotBeReadLeavesThoseBesideItToBeReadAlone() {
		var readable = unclassified("who is this");
		var heard = this.embedded.of(Collections.nCopies(EmbeddedReading.CORES, readable));
		assertThat(heard).extracting(Heard::read).doesNotContainNull();
		var beside = new ArrayList<>(Collections.nCopies(2 * EmbeddedReading.CORES, readable));
		beside.set(0, unclassified(null));
		assertThat(this.embedded.of(beside)).extracting(Heard::read)
			.startsWith(null, null)
			.endsWith(heard.getFirst().read());
		assertThat(this.understand.process(new Heard(readable, null)).reading().aiIntent())
			.isEqualTo(AiIntent.WHO_IS_THIS);
	}

	@SuppressWarnings("NullAway")
	private static Unclassified unclassified(@Nullable String body) {
		return new Unclassified(UUID.randomUUID(), ANN, "SM1", body, Request.NONE, JobTestContext.MONDAY_NOON, null,
				null, LocalDate.EPOCH, null);
	}

	private void stage(String stage) {
		this.rows.text("WITH s AS (UPDATE contact SET stage = '" + stage + "' RETURNING 1) SELECT count(*) FROM s");
	}

	private String stage() {
		return this.rows.text("SELECT stage FROM contact");
	}

	private void asked(String stage) {
		var at = JobTestContext.MONDAY_NOON.plusSeconds(this.rows.count("conversation") * 15L);
		this.rows.insert("conversation", Map.of("direction", "OUTBOUND", "seller_phone", ANN.e164(), "body", "?",
				"stage", stage, "prospect_id", prospect(ANN), "sent_at", Sql.at(at), "created_at", Sql.at(at)));
	}

	private void said(int seconds, String body) {
		said(ANN, seconds, body);
	}

	private void said(PhoneNumber phone, int seconds, String body) {
		var at = Sql.at(JobTestContext.MONDAY_NOON.plusSeconds(seconds));
		this.rows.insert("conversation", Map.of("direction", "INBOUND", "seller_phone", phone.e164(), "body", body,
				"prospect_id", prospect(phone), "received_at", at, "created_at", at, "sid", "SM" + seconds));
	}

	private UUID prospect(PhoneNumber phone) {
		return this.contacts.find(phone).orElseThrow().prospectId();
	}

	@ComponentScan({ "rei.sms.jobs.intent", "rei.sms.jobs.ai" })
	static class Intents {

	}

}

package rei.sms.jobs.intent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.model.ClassifierModels;
import rei.sms.db.model.LabelExamples;
import rei.sms.db.model.Labels;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.JobTestTail;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.intent.classifier.Example;

import static org.assertj.core.api.Assertions.assertThat;

/** What people correct is learnt, and used only when it helps. */
@JobTest
@Import({ IntentBatchJobTests.Intents.class, JobTestTail.class, IntentTrainJobTests.FewReplies.class })
class IntentTrainJobTests {

	private static final PhoneNumber ANN = new PhoneNumber("+17135550101");

	@Autowired
	private Job intentTrain;

	@Autowired
	private Job intentBatch;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Labels labels;

	@Autowired
	private LabelExamples examples;

	@Autowired
	private ClassifierModels models;

	private int second;

	@BeforeEach
	void oneContact() {
		this.rows.clear();
		this.contacts.ensure(List.of(ANN), JobTestContext.MONDAY_NOON);
	}

	@Test
	void aSayingThatPeopleCorrectedIsUnderstoodAfterwards() {
		for (int i = 0; i < 60; i++) {
			corrected("whats the flibber on my flibber house " + i, AiIntent.ASK_PRICE, Intent.POSITIVE);
		}
		run();
		assertThat(this.models.all()).singleElement().satisfies((model) -> {
			assertThat(model.standing()).isTrue();
			assertThat(model.rightAnswers()).isNotNull().isGreaterThan(model.standingRight());
		});
		said("whats the flibber then");
		this.jobs.run(this.intentBatch);
		assertThat(this.rows.text("SELECT classifier FROM conversation WHERE body = 'whats the flibber then'"))
			.isEqualTo(this.models.all().getFirst().version());
	}

	@Test
	void correctionsThatTeachNothingChangeNothing() {
		for (int i = 0; i < 60; i++) {
			corrected("not interested, thanks", AiIntent.NOT_INTERESTED, Intent.REJECT);
		}
		run();
		assertThat(this.models.all()).singleElement().satisfies((model) -> {
			assertThat(model.standing()).isFalse();
			assertThat(model.verdict()).startsWith("not better");
		});
		said("not interested");
		this.jobs.run(this.intentBatch);
		assertThat(this.rows.text("SELECT classifier FROM conversation WHERE body = 'not interested'"))
			.doesNotContain("+");
	}

	@Test
	void tooFewCorrectionsAreNotLearntFrom() {
		corrected("whats the flibber", AiIntent.ASK_PRICE, Intent.POSITIVE);
		run();
		assertThat(this.models.all()).isEmpty();
	}

	@Test
	void aCorrectionCountsAndIsKeptOnce() {
		var id = said("hm tuesday");
		assertThat(this.labels.correct(id, null, AiIntent.DELAY, "api", JobTestContext.MONDAY_NOON)).isTrue();
		assertThat(this.labels.correct(id, Intent.DELAY, null, "api", JobTestContext.MONDAY_NOON)).isTrue();
		assertThat(this.examples.all()).singleElement().satisfies((example) -> {
			assertThat(example.aiIntent()).isEqualTo(AiIntent.DELAY);
			assertThat(example.intent()).isEqualTo(Intent.DELAY);
		});
		assertThat(this.rows.text("SELECT classifier || confidence FROM conversation")).isEqualTo("person1");
		assertThat(this.labels.correct(UUID.randomUUID(), null, AiIntent.DELAY, "api", JobTestContext.MONDAY_NOON))
			.isFalse();
	}

	private void run() {
		assertThat(this.jobs.run(this.intentTrain).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private void corrected(String body, AiIntent aiIntent, Intent intent) {
		this.labels.correct(said(body), intent, aiIntent, "api", JobTestContext.MONDAY_NOON);
	}

	private UUID said(String body) {
		var at = Sql.at(JobTestContext.MONDAY_NOON.plusSeconds(++this.second));
		return this.rows.insert("conversation",
				Map.of("direction", "INBOUND", "seller_phone", ANN.e164(), "body", body, "prospect_id",
						this.contacts.find(ANN).orElseThrow().prospectId(), "received_at", at, "created_at", at, "sid",
						"SM" + this.second));
	}

	static class FewReplies {

		@Bean
		@Primary
		BuiltInReplies fewReplies() {
			return new BuiltInReplies() {

				@Override
				List<Example> read() {
					var all = super.read();
					assertThat(all).hasSizeGreaterThan(6000);
					return all.stream().skip(1000).limit(800).toList();
				}

			};
		}

	}

}

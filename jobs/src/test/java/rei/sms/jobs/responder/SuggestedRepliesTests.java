package rei.sms.jobs.responder;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.PersonList;
import rei.sms.db.outbox.Suggestion;
import rei.sms.db.outbox.Suggestions;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.JobTestTail;
import rei.sms.jobs.ModelStandIns;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** With AI_REPLIES=suggest an engine's words wait for a person's press. */
@JobTest
@TestPropertySource(properties = "replies.ai=suggest")
@Import({ AutoresponderModelsTests.Replies.class, JobTestTail.class })
class SuggestedRepliesTests {

	private static final PhoneNumber ANN = new PhoneNumber("+17135550101");

	private static final String GOOD = "Thanks for letting me know. Does it need any repairs?";

	private static final ModelStandIns ENGINES = ModelStandIns.start();

	@Autowired
	private Job autoresponder;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Suggestions suggestions;

	@Autowired
	private PersonList people;

	@DynamicPropertySource
	static void engines(DynamicPropertyRegistry registry) {
		ENGINES.register(registry);
	}

	@AfterAll
	static void stop() {
		ENGINES.close();
	}

	@Test
	void whatAnEngineWroteWaitsForAPerson() {
		this.contacts.ensure(List.of(ANN), JobTestContext.MONDAY_NOON);
		var at = Sql.at(JobTestContext.MONDAY_NOON);
		var message = this.rows.insert("conversation",
				Map.ofEntries(Map.entry("direction", "INBOUND"), Map.entry("seller_phone", ANN.e164()),
						Map.entry("body", "I might sell if it makes sense"), Map.entry("received_at", at),
						Map.entry("prospect_id", this.contacts.find(ANN).orElseThrow().prospectId()),
						Map.entry("ai_intent", "INTEREST_DETECTED"), Map.entry("intent", "POSITIVE"),
						Map.entry("confidence", 0.9), Map.entry("classified_at", at), Map.entry("sid", "SM1")));
		ENGINES.all().forEach((model) -> model.say("{\"reply\":\"" + GOOD + "\"}"));
		assertThat(this.jobs.run(this.autoresponder).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(this.people.open(10)).extracting(PersonList.Entry::suggestion).containsExactly(GOOD);
		assertThat(this.suggestions.open(10)).extracting(Suggestion::messageId, Suggestion::body)
			.containsExactly(tuple(message, GOOD));
		assertThat(this.suggestions.accept(message, JobTestContext.MONDAY_NOON)).isPresent();
		assertThat(this.rows.count("outbox WHERE kind = 'REPLY'")).isEqualTo(1);
	}

}

package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import rei.sms.db.mirror.TableHooks;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.airtable.AirtableWebhooks;
import rei.sms.jobs.airtable.Base;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.http.StandInServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Where Airtable can reach us, it tells us of changes. */
@MirrorTest
class ToldChangesJobTests {

	private static final String BASE = MirrorTestContext.LEADS;

	private static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();

	private static final StandInServer EARS = StandInServer.start(ServerOptions.DEFAULT, Clock.systemUTC(),
			ToldChangesJobTests::hear);

	@Autowired
	private Job airtablePull;

	@Autowired
	private Job airtablePush;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private IdleTime idle;

	@Autowired
	private TestRows rows;

	@Autowired
	private MirrorWorld world;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private TableHooks hooks;

	@Autowired
	private AirtableWebhooks airtableWebhooks;

	@Autowired
	private Problems problems;

	@Autowired
	private MutableClock clock;

	private int seen;

	@DynamicPropertySource
	static void reachable(DynamicPropertyRegistry registry) {
		registry.add("mirror.public-url", EARS::url);
	}

	@AfterAll
	static void close() {
		EARS.close();
	}

	private static Answer hear(Request request) {
		HEARD.add(request.path().getLast());
		return Answer.html(200, "");
	}

	@BeforeEach
	void empty() {
		this.world.clear();
		this.clock.advance(Duration.ofDays(8));
		HEARD.clear();
		this.seen = this.airtable.log().entries().size();
	}

	@Test
	void pullKeepsOneWebhookForEachTableThatPeopleEdit() {
		pull();
		pull();
		assertThat(calls("POST", "/webhooks")).isEqualTo(6);
		assertThat(this.rows.count("table_hook")).isEqualTo(6);
		this.clock.advance(Duration.ofDays(4));
		pull();
		assertThat(calls("POST", "/refresh")).isEqualTo(6);
		assertThat(calls("POST", "/webhooks")).isEqualTo(6);
		this.clock.advance(Duration.ofDays(5));
		pull();
		assertThat(calls("POST", "/refresh")).isEqualTo(12);
		this.clock.advance(Duration.ofDays(8));
		pull();
		assertThat(calls("POST", "/webhooks")).isEqualTo(12);
	}

	@Test
	void whatSomebodyChangedIsLookedAtAndNothingElse() throws Exception {
		var prospect = this.airtable.add(BASE, "Prospects", Map.of("Name", "Ann", "Phone 1", "+17135550161"));
		pull();
		pull();
		assertThat(this.idle.isDue()).isFalse();
		this.clock.advance(Duration.ofHours(1));
		this.airtable.edit(BASE, "Prospects", prospect, Map.of("Name", "Anna"));
		hearOf("PROSPECTS");
		assertThat(this.idle.isDue()).isTrue();
		var before = allCalls();
		this.idle.pull();
		assertThat(this.rows.text("SELECT name FROM prospect")).isEqualTo("Anna");
		assertThat(allCalls() - before).isEqualTo(2);
		assertThat(this.idle.isDue()).isFalse();
	}

	@Test
	void whatWeWroteOurselvesIsNoNews() throws Exception {
		var phone = this.world.phone();
		pull();
		pull();
		this.world.unknownProspect(phone);
		push();
		hearOf("PROSPECTS");
		assertThat(this.idle.isDue()).isTrue();
		var before = allCalls();
		this.idle.pull();
		assertThat(allCalls() - before).isEqualTo(1);
	}

	@Test
	void whereTheBaseRefusesWebhooksItIsPolled() {
		this.airtable.faults().always(AirtableFaults.forbidden(), (request) -> request.target().endsWith("/webhooks"));
		pull();
		assertThat(this.rows.count("table_hook")).isZero();
		assertThat(this.problems.all()).extracting(Problem::code).contains("airtable-webhooks");
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.idle.isDue()).isTrue();
		var refused = calls("GET", "/webhooks");
		pull();
		assertThat(calls("GET", "/webhooks")).isEqualTo(refused);
	}

	@Test
	void webhookThatVanishedIsMadeAnew() throws Exception {
		pull();
		pull();
		this.airtable.edit(BASE, "Prospects", this.airtable.add(BASE, "Prospects", Map.of("Phone 1", "+17135550162")),
				Map.of("Name", "Bob"));
		hearOf("PROSPECTS");
		hearOf("PROSPECTS");
		this.airtable.faults().next(1, AirtableFaults.forbidden(), (request) -> request.target().contains("/payloads"));
		this.idle.pull();
		assertThat(this.rows.text("SELECT name FROM prospect")).isEqualTo("Bob");
		assertThat(calls("POST", "/webhooks")).isEqualTo(7);
		assertThat(this.rows.count("table_hook")).isEqualTo(6);
	}

	@Test
	void webhookThatAirtableGaveUpIsMadeAnewWithinHalfADay() {
		pull();
		pull();
		this.airtableWebhooks.list(Base.LEADS_CONVOS)
			.forEach((hook) -> this.airtableWebhooks.delete(Base.LEADS_CONVOS, hook.id()));
		this.clock.advance(Duration.ofHours(11));
		pull();
		assertThat(calls("POST", "/webhooks")).isEqualTo(6);
		this.clock.advance(Duration.ofHours(1));
		pull();
		assertThat(calls("POST", "/webhooks")).isEqualTo(11);
		assertThat(this.idle.isDue()).isTrue();
	}

	/**
	 * An idle engine's month is 3 000 calls at most; a look at the schema an hour and
	 * base is counted in.
	 */
	@Test
	void idleMonthIsNearlyFree() throws Exception {
		pull();
		pull();
		var before = allCalls();
		this.idle.pass(Duration.ofDays(5));
		var month = (allCalls() - before) * 6;
		assertThat(month).isBetween(300L, 1500L);
		assertThat(month + this.idle.schemaLooksOfAMonth()).isLessThanOrEqualTo(3000);
		assertThat(this.idle.isDue()).isFalse();
	}

	private void hearOf(String table) throws InterruptedException {
		assertThat(HEARD.poll(10, TimeUnit.SECONDS)).isEqualTo(table);
		this.hooks.pinged(table);
	}

	private long calls(String method, String end) {
		return this.airtable.log()
			.entries()
			.stream()
			.skip(this.seen)
			.filter((entry) -> entry.method().equals(method) && entry.path().endsWith(end))
			.count();
	}

	private long allCalls() {
		return List.of(BASE, MirrorTestContext.CONTROL, MirrorTestContext.KEY_FIGURES)
			.stream()
			.mapToLong(this.airtable::calls)
			.sum();
	}

	private void pull() {
		assertThat(this.jobs.run(this.airtablePull).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private void push() {
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

}

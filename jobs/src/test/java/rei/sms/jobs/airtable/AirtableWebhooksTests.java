package rei.sms.jobs.airtable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import rei.sms.db.TestDatabase;
import rei.sms.jobs.http.Rejected;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.FieldSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.airtable.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AirtableWebhooksTests {

	private static final HttpUrl PING = HttpUrl.get("http://127.0.0.1:1/airtable?token=s3cret");

	private final AirtableStandIn airtable = AirtableStandIn.start(
			AirtableOptions
				.of(BaseSpec
					.of("appLeads", "Leads",
							TableSpec.of("Leads", FieldSpec.text("Phone"),
									FieldSpec.select("Lead Status", "NEW", "DEAD"), FieldSpec.number("Sent Count"))))
				.token("pat-s3cret")
				.limits(Limits.NONE));

	private final AirtableProperties properties = TestAirtable.properties(this.airtable.url(), Duration.ofSeconds(5),
			50);

	private final AirtableBases bases = TestAirtable.bases(TestDatabase.fresh(), this.properties);

	private final AirtableClient client = TestAirtable.client(this.bases, this.properties);

	private final AirtableWebhooks webhooks = new AirtableWebhooks(this.properties,
			new AirtableCalls(new BaseRate(this.bases, this.properties), this.bases, this.properties));

	@AfterEach
	void stop() {
		this.airtable.close();
	}

	@Test
	void changesTellWhatPeopleAndProgramsDid() {
		var webhook = create();
		var ann = new RecordId(this.airtable.add("appLeads", "Leads", Map.of("Phone", "+15125550177")));
		this.airtable.edit("appLeads", "Leads", ann.value(), Map.of("Lead Status", "NEW"));
		this.airtable.edit("appLeads", "Leads", ann.value(), Map.of("Sent Count", 3));
		this.client.update(Table.LEADS, List.of(Draft.of(ann, Map.of("Lead Status", "DEAD"))), Lane.BULK);
		this.airtable.delete("appLeads", "Leads", ann.value());
		var changes = this.webhooks.changes(Base.LEADS_CONVOS, webhook.id(), 1);
		assertThat(changes.changes()).extracting(TableChange::isByProgram).containsExactly(false, false, true, false);
		assertThat(changes.changes()).extracting(TableChange::changed)
			.containsExactly(List.of(ann), List.of(ann), List.of(ann), List.of());
		assertThat(changes.changes().getLast().deleted()).containsExactly(ann);
		assertThat(changes.more()).isFalse();
		assertThat(this.webhooks.changes(Base.LEADS_CONVOS, webhook.id(), changes.cursor()).changes()).isEmpty();
	}

	@Test
	void aWebhookIsListedRefreshedAndDeleted() {
		var webhook = create();
		assertThat(webhook.secret()).isPresent();
		assertThat(this.webhooks.list(Base.LEADS_CONVOS)).singleElement()
			.satisfies((listed) -> assertThat(listed.url()).contains(PING.toString()));
		assertThat(this.webhooks.refresh(Base.LEADS_CONVOS, webhook.id()))
			.isAfter(Instant.now().plus(Duration.ofDays(6)));
		this.webhooks.delete(Base.LEADS_CONVOS, webhook.id());
		assertThat(this.webhooks.list(Base.LEADS_CONVOS)).isEmpty();
	}

	@Test
	void aTokenWithoutTheScopeStillServesTheBase() {
		this.airtable.faults().next(1, AirtableFaults.forbidden());
		assertThat(catchThrowableOfType(Rejected.class,
				() -> this.webhooks.create(Base.LEADS_CONVOS, "tblX", List.of(), List.of("update"), PING))
			.status()).isEqualTo(403);
		assertThat(this.client.pages(Table.LEADS, ListQuery.ALL, Lane.BULK).next().records()).isEmpty();
	}

	@Test
	void nothingPrintsTheSecretOrTheAddress() {
		assertThat(create().toString()).doesNotContain("s3cret");
	}

	private BaseWebhook create() {
		var table = this.client.schema(Base.LEADS_CONVOS, Lane.BULK).table("Leads").orElseThrow();
		var fields = List.of(table.field("Lead Status").orElseThrow().id(), table.field("Phone").orElseThrow().id());
		return this.webhooks.create(Base.LEADS_CONVOS, table.id(), fields, List.of("add", "update", "remove"), PING);
	}

}

package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.TestDatabase;
import rei.sms.jobs.http.Unavailable;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.FieldSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.airtable.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SchemasTests {

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(BaseSpec.of("appLeads", "Leads", TableSpec.of("Leads", FieldSpec.text("Phone"))))
			.token("pat-s3cret")
			.limits(Limits.NONE));

	private final DataSource database = TestDatabase.fresh();

	private final AirtableProperties properties = TestAirtable.properties(this.airtable.url(), Duration.ofSeconds(5),
			50);

	private final AirtableBases bases = TestAirtable.bases(this.database, this.properties);

	@AfterEach
	void stop() {
		this.airtable.close();
	}

	@Test
	void mappingCostsOneCallForAllThreadsAndProcesses() throws InterruptedException {
		var schemas = schemas();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.invokeAll(IntStream.range(0, 20)
				.<Callable<TableMapping>>mapToObj((_) -> () -> schemas.mapping(Table.LEADS, Lane.BULK))
				.toList());
		}
		assertThat(schemas().mapping(Table.LEADS, Lane.BULK).has(LeadField.PHONE)).isTrue();
		assertThat(this.airtable.calls("appLeads")).isEqualTo(1);
	}

	@Test
	void mappingIsReadAgainAfterAnHour() {
		schemas().mapping(Table.LEADS, Lane.BULK);
		age();
		schemas().mapping(Table.LEADS, Lane.BULK);
		assertThat(this.airtable.calls("appLeads")).isEqualTo(2);
	}

	@Test
	void mappingSurvivesAnOutageOnceItWasRead() {
		var schemas = schemas();
		schemas.mapping(Table.LEADS, Lane.BULK);
		this.airtable.faults().next(100, AirtableFaults.badGateway());
		assertThat(schemas.mapping(Table.LEADS, Lane.BULK).has(LeadField.PHONE)).isTrue();
		age();
		assertThat(catchThrowableOfType(Unavailable.class, () -> schemas().mapping(Table.LEADS, Lane.BULK)))
			.isNotNull();
	}

	@Test
	void lookAgainAnswersOnlyWhatDiffers() {
		var schemas = schemas();
		var used = schemas.mapping(Table.LEADS, Lane.BULK);
		assertThat(schemas.lookAgain(used, Lane.BULK)).isEmpty();
		var other = TestSchema.mapping(Table.LEADS, TestSchema.field("Mobile", "phoneNumber"));
		assertThat(schemas.lookAgain(other, Lane.BULK)).contains(used);
	}

	@Test
	void checkNamesEveryFaultOfEveryBase() {
		var faults = new SchemaCheck(schemas()).check();
		assertThat(faults).extracting(Fault::toString)
			.contains("Leads.Source: the table has no such field; add the field or name it in LEAD_SOURCE_FIELD",
					"Conversations: the base has no table \"Conversations\"; add the table or name it in CONVERSATIONS_TABLE",
					"KPIs: the base has no table \"KPIs\"; add the table or name it in KPIS_TABLE");
		assertThat(faults.stream().filter((fault) -> fault.table() == Table.NUMBERS)).singleElement()
			.satisfies((fault) -> assertThat(fault.what()).isEqualTo("our token has no access to the base"))
			.satisfies((fault) -> assertThat(fault.breaksRun()).isFalse());
	}

	@Test
	void checkLooksAtEachBaseAnewAndOnce() {
		var schemas = schemas();
		schemas.mapping(Table.LEADS, Lane.BULK);
		new SchemaCheck(schemas).check();
		assertThat(this.airtable.calls("appLeads")).isEqualTo(2);
		new SchemaCheck(schemas()).check();
		assertThat(this.airtable.calls("appLeads")).isEqualTo(3);
	}

	@Test
	void checkOfAnUnreachableAirtableSaysSo() {
		this.airtable.faults().next(100, AirtableFaults.badGateway());
		assertThat(new SchemaCheck(schemas()).check()).filteredOn((fault) -> fault.table() == Table.LEADS)
			.isEqualTo(List.of(new Fault(Table.LEADS, "", "127.0.0.1 answered 502",
					"check AIRTABLE_API_URL and try again", true)));
	}

	private void age() {
		JdbcClient.create(this.database)
			.sql("UPDATE airtable_base SET schema_read_at = schema_read_at - interval '61 minutes'")
			.update();
	}

	private Schemas schemas() {
		return new Schemas(TestAirtable.client(this.bases, this.properties), this.bases, this.properties,
				new FieldNames((_) -> null));
	}

}

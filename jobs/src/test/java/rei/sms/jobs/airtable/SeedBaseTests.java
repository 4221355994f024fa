package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import rei.sms.db.TestDatabase;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.trial.SeedSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** The bases as the seed describes them, which need no setting and have no fault. */
class SeedBaseTests {

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(SeedSchema.bases("appLeads", "appLeads", "appControl").toArray(BaseSpec[]::new))
			.token("pat-s3cret")
			.limits(Limits.NONE));

	private final AirtableProperties properties = TestAirtable.properties(this.airtable.url(), Duration.ofSeconds(5),
			50);

	private final AirtableBases bases = TestAirtable.bases(TestDatabase.fresh(), this.properties);

	private final Schemas schemas = new Schemas(TestAirtable.client(this.bases, this.properties), this.bases,
			this.properties, new FieldNames((_) -> null));

	@AfterEach
	void stop() {
		this.airtable.close();
	}

	@Test
	void theSeedsBasesHaveNoFault() {
		assertThat(new SchemaCheck(this.schemas).check()).isEmpty();
	}

	@Test
	void everyFieldOfTheSeedIsFoundUnderItsUsualName() {
		Stream.of(Table.values())
			.flatMap((table) -> Field.of(table).stream())
			.filter((field) -> !List
				.of(NumberField.ACTIVE, ProspectField.RECORD_ID, CampaignField.CANARY, KpiField.NUMBER,
						KpiField.TEMPLATE)
				.contains(field))
			.forEach((field) -> assertThat(this.schemas.mapping(field.table(), Lane.BULK).name(field))
				.as(field.override())
				.contains(field.usualName()));
	}

}

package rei.sms.jobs;

import java.time.Clock;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import rei.sms.db.TestDatabase;
import rei.sms.jobs.ai.ModelRouter;
import rei.sms.jobs.airtable.AirtableProperties;
import rei.sms.jobs.airtable.AirtableWebhooks;
import rei.sms.jobs.airtable.Base;
import rei.sms.jobs.airtable.BatchWriter;
import rei.sms.jobs.airtable.SchemaCheck;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.textgrid.TextGridClient;

import static org.assertj.core.api.Assertions.assertThat;
import static rei.sms.db.conversation.ProcessedBy.GPT_4O;
import static rei.sms.db.conversation.ProcessedBy.MISTRAL_7B;

class GatewayWiringTests {

	private final DataSource database = TestDatabase.fresh();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(JdbcClient.class, () -> JdbcClient.create(this.database))
		.withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(this.database))
		.withUserConfiguration(Gateways.class);

	@Test
	void theGatewaysAreWiredFromTheirSettings() {
		this.runner.withPropertyValues("airtable.leads-convos-base=appL", "airtable.performance-base=",
				"airtable.campaign-control-base=appC", "airtable.tables.opt-outs=Do Not Text", "airtable.tables.leads=",
				"textgrid.auth-scheme=basic", "models.mistral-7b.url=http://localhost:1/v1",
				"models.gpt-4o.url=http://localhost:2/v1", "models.gemma-2.url=")
			.run((context) -> {
				assertThat(context).hasSingleBean(TextGridClient.class)
					.hasSingleBean(BatchWriter.class)
					.hasSingleBean(SchemaCheck.class)
					.hasSingleBean(AirtableWebhooks.class);
				var airtable = context.getBean(AirtableProperties.class);
				assertThat(airtable.baseId(Base.PERFORMANCE)).isEqualTo("appL");
				assertThat(airtable.baseId(Base.CAMPAIGN_CONTROL)).isEqualTo("appC");
				assertThat(airtable.tableName(Table.OPT_OUTS)).isEqualTo("Do Not Text");
				assertThat(airtable.tableName(Table.LEADS)).isEqualTo("Leads");
				assertThat(context.getBean(ModelRouter.class).engines()).containsExactly(MISTRAL_7B, GPT_4O);
			});
	}

	@Test
	void theGatewaysStartWithNothingSet() {
		this.runner.run((context) -> assertThat(context.getBean(ModelRouter.class).isEmpty()).isTrue());
	}

	@ComponentScan({ "rei.sms.jobs.ai", "rei.sms.jobs.airtable", "rei.sms.jobs.textgrid" })
	static class Gateways {

	}

}

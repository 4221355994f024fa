package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.PulledCampaigns;
import rei.sms.db.mirror.PulledCampaigns.Segment;
import rei.sms.jobs.airtable.AirtableClient;
import rei.sms.jobs.airtable.BaseStopped;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.ProspectField;
import rei.sms.jobs.airtable.Schemas;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.http.Rejected;

/** Lists the prospects of campaigns' views: who comes into a view later is texted too. */
@Component
class CampaignLists implements Tasklet {

	private static final Duration FRESH = Duration.ofHours(1);

	private final PulledCampaigns campaigns;

	private final AirtableClient airtable;

	private final Schemas schemas;

	private final AirtableReport report;

	private final Clock clock;

	CampaignLists(PulledCampaigns campaigns, AirtableClient airtable, Schemas schemas, AirtableReport report,
			Clock clock) {
		this.campaigns = campaigns;
		this.airtable = airtable;
		this.schemas = schemas;
		this.report = report;
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (!this.report.isConfigured()) {
			return RepeatStatus.FINISHED;
		}
		try {
			this.campaigns.unlisted(FRESH, this.clock.instant()).forEach(this::list);
		}
		catch (BaseStopped ex) {
			this.report.unavailable(Table.PROSPECTS, ex);
		}
		return RepeatStatus.FINISHED;
	}

	private void list(Segment segment) {
		try {
			var records = records(segment);
			this.campaigns.listed(segment.campaign(), records, this.clock.instant());
			this.report.viewIsThere(segment.campaign());
		}
		catch (Rejected ex) {
			this.report.viewIsMissing(segment.campaign(), segment.view());
		}
	}

	private List<String> records(Segment segment) {
		var mapping = this.schemas.mapping(Table.PROSPECTS, Lane.BULK);
		var query = ListQuery.ALL.with(mapping.names(List.of(ProspectField.PHONE_1))).of(segment.view());
		var records = new ArrayList<String>();
		this.airtable.pages(Table.PROSPECTS, query, Lane.BULK).forEachRemaining((page) -> {
			var ids = page.records().stream().map((record) -> record.id().value()).toList();
			this.campaigns.listView(segment.campaign(), ids);
			records.addAll(ids);
		});
		return records;
	}

}

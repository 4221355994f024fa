package rei.sms.jobs.mirror;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.OnShow;
import rei.sms.jobs.airtable.AirtableBases;
import rei.sms.jobs.airtable.AirtableProperties;
import rei.sms.jobs.airtable.BaseState;
import rei.sms.jobs.airtable.Table;

/** How near each base is to what its plan allows: records, and calls a month. */
@Component
@EnableConfigurationProperties(RetirementProperties.class)
class Weights {

	private final OnShow onShow;

	private final List<ShownTable> tables;

	private final AirtableBases bases;

	private final AirtableProperties airtable;

	private final RetirementProperties retirement;

	private final AirtableReport report;

	Weights(OnShow onShow, List<ShownTable> tables, AirtableBases bases, AirtableProperties airtable,
			RetirementProperties retirement, AirtableReport report) {
		this.onShow = onShow;
		this.tables = tables;
		this.bases = bases;
		this.airtable = airtable;
		this.retirement = retirement;
		this.report = report;
	}

	/** Warns of bases that are nearly full and of a month's calls that will not do. */
	void warn() {
		records().forEach((base, records) -> this.report.records(base, records, this.retirement));
		var forecast = this.bases.states().stream().mapToLong(BaseState::forecast).sum();
		this.report.calls(forecast, this.airtable.monthlyCalls());
	}

	/** How many Conversations are too many for their base. */
	int surplus() {
		var base = this.airtable.baseId(Table.CONVERSATIONS.base());
		return Math.toIntExact(Math.min(Integer.MAX_VALUE, this.retirement.surplus(records().getOrDefault(base, 0L))));
	}

	private Map<String, Long> records() {
		var counts = this.onShow.counts();
		return this.tables.stream()
			.collect(Collectors.groupingBy((table) -> this.airtable.baseId(table.table().base()),
					Collectors.summingLong((table) -> counts.getOrDefault(table.mirrored(), 0L))));
	}

}

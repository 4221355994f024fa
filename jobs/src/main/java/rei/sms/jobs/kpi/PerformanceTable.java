package rei.sms.jobs.kpi;

import org.springframework.stereotype.Component;

import rei.sms.jobs.airtable.KpiField;
import rei.sms.jobs.airtable.Schemas;
import rei.sms.jobs.airtable.Table;

/** What the table of key figures in the Performance base can hold. */
@Component
class PerformanceTable {

	private final Schemas schemas;

	PerformanceTable(Schemas schemas) {
		this.schemas = schemas;
	}

	/**
	 * Whether it has the fields that tell one number's and one template's figures from
	 * the others', as far as is known: counting waits for nobody.
	 */
	boolean tellsAllApart() {
		return this.schemas.remembered(Table.KPIS)
			.filter((table) -> table.has(KpiField.NUMBER) && table.has(KpiField.TEMPLATE))
			.isPresent();
	}

}

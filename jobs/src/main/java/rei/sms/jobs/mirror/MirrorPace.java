package rei.sms.jobs.mirror;

import org.springframework.stereotype.Component;

import rei.sms.jobs.airtable.AirtableClient;
import rei.sms.jobs.airtable.AirtableProperties;
import rei.sms.jobs.airtable.BaseRate;
import rei.sms.jobs.airtable.Table;

/** When the mirror chooses what it writes next, and how much of it. */
@Component
class MirrorPace {

	private final BaseRate rate;

	private final AirtableProperties airtable;

	private final MirrorProperties mirror;

	MirrorPace(BaseRate rate, AirtableProperties airtable, MirrorProperties mirror) {
		this.rate = rate;
		this.airtable = airtable;
		this.mirror = mirror;
	}

	/** Waits until the base that has most to take is about to take more. */
	void await() {
		this.rate.awaitTurn(this.airtable.baseId(Table.CONVERSATIONS.base()));
	}

	/** What goes into the next calls, at most so many rows. */
	Load load(long rows) {
		return new Load((table) -> this.airtable.baseId(table.table().base()),
				Math.max(1, this.mirror.chunkSize() / AirtableClient.BATCH), rows);
	}

}

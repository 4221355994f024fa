package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.contact.LeadStatus;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.mirror.PulledLead;
import rei.sms.db.mirror.PulledLeads;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.Formula;
import rei.sms.jobs.airtable.LeadField;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TableMapping;

/** Leads: their status is people's, and so is a lead that somebody made by hand. */
@Component
class TakenLeads implements PulledTable {

	private static final List<LeadField> WANTED = List.of(LeadField.PHONE, LeadField.STATUS, LeadField.SOURCE,
			LeadField.PROSPECT_LINK, LeadField.CAMPAIGNS, LeadField.SENT_COUNT, LeadField.REPLY_COUNT,
			LeadField.DELIVERED_COUNT, LeadField.FAILED_COUNT);

	private static final List<LeadField> OWNED = List.of(LeadField.PHONE, LeadField.STATUS);

	private final PulledLeads leads;

	private final Clock clock;

	TakenLeads(PulledLeads leads, Clock clock) {
		this.leads = leads;
		this.clock = clock;
	}

	@Override
	public Table table() {
		return Table.LEADS;
	}

	@Override
	public Optional<Mirrored> mirrored() {
		return Optional.of(Mirrored.LEAD);
	}

	@Override
	public ListQuery query(TableMapping mapping, Optional<Instant> since) {
		var all = ListQuery.ALL.with(mapping.names(WANTED));
		return since
			.map((time) -> all
				.where(Formula.any(Formula.changedSince(time, mapping.editable(OWNED)), Formula.createdSince(time))))
			.orElse(all);
	}

	@Override
	public List<LeadField> watched() {
		return OWNED;
	}

	@Override
	public Set<String> take(List<Reading> readings, CellFaults faults) {
		readings.forEach((reading) -> Cells.phone(reading, LeadField.PHONE, faults)
			.ifPresent((phone) -> take(reading, phone, faults)));
		return Set.of();
	}

	private void take(Reading reading, PhoneNumber phone, CellFaults faults) {
		var lead = new PulledLead(reading.id().value(), phone,
				Cells.word(reading, LeadField.STATUS, LeadStatus.class, faults).orElse(null),
				reading.text(LeadField.SOURCE).orElse(null), first(reading, LeadField.PROSPECT_LINK),
				first(reading, LeadField.CAMPAIGNS), count(reading, LeadField.SENT_COUNT),
				count(reading, LeadField.REPLY_COUNT), count(reading, LeadField.DELIVERED_COUNT),
				count(reading, LeadField.FAILED_COUNT));
		if (!this.leads.take(lead, this.clock.instant())) {
			faults.doubled(reading, LeadField.PHONE, phone.e164());
		}
	}

	private static long count(Reading reading, Field field) {
		return reading.number(field).orElse(0L);
	}

	private static @Nullable String first(Reading reading, Field field) {
		return reading.links(field).stream().findFirst().map(RecordId::value).orElse(null);
	}

}

package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.Sql;
import rei.sms.db.contact.ProspectStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.mirror.PulledProspect;
import rei.sms.db.mirror.PulledProspects;
import rei.sms.jobs.airtable.Formula;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.ProspectField;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TableMapping;

/**
 * Prospects: who they are and on whose list is people's. A ticked box suppresses; an
 * unticked one is ticked again, since only START or the API lift a suppression.
 */
@Component
class TakenProspects implements PulledTable {

	private static final List<ProspectField> OWNED = List.of(ProspectField.NAME, ProspectField.OWNER_FIRST_NAME,
			ProspectField.OWNER_LAST_NAME, ProspectField.PHONE_1, ProspectField.PHONE_2, ProspectField.PROPERTY_ADDRESS,
			ProspectField.PROPERTY_CITY, ProspectField.PROPERTY_STATE, ProspectField.PROPERTY_ZIP, ProspectField.MARKET,
			ProspectField.SOURCE_LIST, ProspectField.OPT_OUT, ProspectField.CAMPAIGNS);

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final PulledProspects prospects;

	private final AirtableReport report;

	private final Clock clock;

	TakenProspects(PulledProspects prospects, AirtableReport report, Clock clock) {
		this.prospects = prospects;
		this.report = report;
		this.clock = clock;
	}

	@Override
	public Table table() {
		return Table.PROSPECTS;
	}

	@Override
	public Optional<Mirrored> mirrored() {
		return Optional.of(Mirrored.PROSPECT);
	}

	/** Fields that we don't know are read too: a template may name them. */
	@Override
	public ListQuery query(TableMapping mapping, Optional<Instant> since) {
		var all = ListQuery.ALL
			.with(Stream.concat(mapping.plainNames().stream(), mapping.names(List.of(ProspectField.CAMPAIGNS)).stream())
				.toList());
		return since
			.map((time) -> all
				.where(Formula.any(Formula.changedSince(time, mapping.editable(OWNED)), Formula.createdSince(time))))
			.orElse(all);
	}

	@Override
	public List<ProspectField> watched() {
		return OWNED;
	}

	@Override
	public Set<String> take(List<Reading> readings, CellFaults faults) {
		var taken = readings.stream().map((reading) -> prospect(reading, faults)).toList();
		this.report.tickedAgain(this.prospects.tickAgain(taken));
		return this.prospects.take(taken, this.clock.instant());
	}

	private PulledProspect prospect(Reading reading, CellFaults faults) {
		return new PulledProspect(reading.id().value(), text(reading, ProspectField.NAME),
				text(reading, ProspectField.OWNER_FIRST_NAME), text(reading, ProspectField.OWNER_LAST_NAME),
				phone(reading, ProspectField.PHONE_1, faults), phone(reading, ProspectField.PHONE_2, faults),
				text(reading, ProspectField.PROPERTY_ADDRESS), text(reading, ProspectField.PROPERTY_CITY),
				text(reading, ProspectField.PROPERTY_STATE), text(reading, ProspectField.PROPERTY_ZIP),
				text(reading, ProspectField.MARKET), text(reading, ProspectField.SOURCE_LIST),
				reading.knows(ProspectField.OPT_OUT) ? reading.flag(ProspectField.OPT_OUT) : null,
				phone(reading, ProspectField.TEXTGRID_PHONE, faults), this.mapper.writeValueAsString(reading.texts()),
				campaigns(reading),
				Cells.word(reading, ProspectField.STATUS, ProspectStatus.class, faults).map(Enum::name).orElse(null),
				Cells.word(reading, ProspectField.STAGE, Stage.class, faults).map(Enum::name).orElse(null),
				reading.number(ProspectField.REPLY_COUNT).orElse(0L),
				reading.number(ProspectField.SEND_COUNT).orElse(0L),
				Sql.orNull(reading.time(ProspectField.LAST_ACTIVITY).orElse(null)));
	}

	private static @Nullable List<String> campaigns(Reading reading) {
		return reading.knows(ProspectField.CAMPAIGNS)
				? reading.links(ProspectField.CAMPAIGNS).stream().map(RecordId::value).toList() : null;
	}

	private static @Nullable String text(Reading reading, ProspectField field) {
		return reading.text(field).orElse(null);
	}

	private static @Nullable String phone(Reading reading, ProspectField field, CellFaults faults) {
		return Cells.phone(reading, field, faults).map(PhoneNumber::e164).orElse(null);
	}

}

package rei.sms.jobs.mirror;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Templates;
import rei.sms.db.contact.Stage;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TemplateField;

/** Templates are people's; an edit becomes a new version of the text. */
@Component
class TakenTemplates implements WholeTable {

	private final Templates templates;

	private final Clock clock;

	TakenTemplates(Templates templates, Clock clock) {
		this.templates = templates;
		this.clock = clock;
	}

	@Override
	public Table table() {
		return Table.TEMPLATES;
	}

	@Override
	public Optional<Mirrored> mirrored() {
		return Optional.empty();
	}

	@Override
	public List<TemplateField> watched() {
		return List.of(TemplateField.values());
	}

	@Override
	public Set<String> take(List<Reading> readings, CellFaults faults) {
		readings.forEach((reading) -> reading.text(TemplateField.MESSAGE)
			.ifPresentOrElse((message) -> save(reading, message, faults),
					() -> this.templates.retire(List.of(reading.id().value()))));
		return Set.of();
	}

	private void save(Reading reading, String message, CellFaults faults) {
		var stage = Cells.word(reading, TemplateField.STAGE, Stage.class, faults);
		this.templates.save(reading.id().value(), stage.orElse(null), reading.text(TemplateField.CATEGORY).orElse(null),
				reading.text(TemplateField.NAME).orElse(null), reading.text(TemplateField.INTERNAL_ID).orElse(null),
				message, this.clock.instant());
	}

	@Override
	public void deleted(Collection<String> records) {
		this.templates.retire(records);
	}

}

package rei.sms.jobs.airtable;

import java.util.List;

/** A field that the engine knows, whatever a base calls it. */
public sealed interface Field permits ConversationField, LeadField, ProspectField, CampaignField, TemplateField,
		NumberField, KpiField, OptOutField {

	/** The fields of a table. */
	static List<? extends Field> of(Table table) {
		return List.of(switch (table) {
			case CONVERSATIONS -> ConversationField.values();
			case LEADS -> LeadField.values();
			case PROSPECTS -> ProspectField.values();
			case CAMPAIGNS -> CampaignField.values();
			case TEMPLATES -> TemplateField.values();
			case NUMBERS -> NumberField.values();
			case KPIS -> KpiField.values();
			case OPT_OUTS -> OptOutField.values();
		});
	}

	/** The engine's own name of it. */
	String name();

	/** The table it belongs to. */
	Table table();

	/** How bases call it. */
	Naming naming();

	/** What it holds. */
	default Kind kind() {
		return naming().kind();
	}

	/** Its name unless the team renamed it. */
	default String usualName() {
		return naming().spellings().getFirst();
	}

	/** The setting that names it in a base where the team renamed it. */
	default String override() {
		return table().prefix() + "_" + name() + "_FIELD";
	}

}

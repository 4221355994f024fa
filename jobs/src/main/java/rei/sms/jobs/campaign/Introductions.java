package rei.sms.jobs.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import rei.sms.db.campaign.Template;
import rei.sms.db.contact.Stage;
import rei.sms.jobs.rules.TemplateText;

/**
 * The templates with which a campaign may begin a conversation: its own, or the library's
 * when it has none.
 */
record Introductions(Map<UUID, List<Template>> ofCampaigns, List<Template> library) {

	private static final String INTRO = "Intro";

	/** The templates of a campaign that may begin a conversation. */
	List<Template> of(UUID campaign) {
		var own = this.ofCampaigns.getOrDefault(campaign, List.of());
		return own.isEmpty() ? introductions(this.library.stream().filter(Introductions::isLabelled).toList())
				: introductions(own);
	}

	/** Whether a template names somebody of ours whose name is not set. */
	static boolean names(Template template, String ours) {
		return new TemplateText(template.message()).names(ours);
	}

	private static List<Template> introductions(List<Template> templates) {
		return templates.stream().filter(Introductions::isIntroduction).toList();
	}

	/** What a campaign itself links needs no label; a reply's label keeps it out. */
	private static boolean isIntroduction(Template template) {
		return (template.stage() == null || template.stage() == Stage.OWNERSHIP_CONFIRMATION)
				&& (template.category() == null || template.category().strip().equalsIgnoreCase(INTRO));
	}

	private static boolean isLabelled(Template template) {
		return template.stage() != null || template.category() != null;
	}

}

package rei.sms.ops.campaigns;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.campaign.Campaigns;
import rei.sms.ops.pages.NotThere;
import rei.sms.ops.pages.Page;
import rei.sms.ops.pages.Said;

/** Campaigns, their rehearsal, their first texts, their start and their pause. */
@Page
class CampaignsPage {

	private static final String HERE = "/ops/campaigns";

	private static final int SHOWN = 100;

	private static final int LARGEST_CANARY = 10_000;

	private static final Set<CampaignStatus> STARTABLE = EnumSet.of(CampaignStatus.DRAFT, CampaignStatus.SCHEDULED,
			CampaignStatus.PAUSED);

	private static final Set<CampaignStatus> PAUSABLE = EnumSet.of(CampaignStatus.RUNNING, CampaignStatus.SCHEDULED);

	private final CampaignList list;

	private final Outcomes outcomes;

	private final Campaigns campaigns;

	private final Rehearsals rehearsals;

	CampaignsPage(CampaignList list, Outcomes outcomes, Campaigns campaigns, Rehearsals rehearsals) {
		this.list = list;
		this.outcomes = outcomes;
		this.campaigns = campaigns;
		this.rehearsals = rehearsals;
	}

	@GetMapping(HERE)
	String list(Model model) {
		model.addAttribute("campaigns", this.list.all(SHOWN));
		return "ops/campaigns";
	}

	@GetMapping(HERE + "/{id}")
	String campaign(@PathVariable UUID id, Model model) {
		var campaign = find(id);
		this.outcomes.countedAt(campaign).ifPresent((at) -> model.addAttribute("counted", at));
		model.addAttribute("campaign", campaign).addAttribute("templates", this.outcomes.templates(id));
		return "ops/campaign";
	}

	@GetMapping(HERE + "/{id}/rehearsal")
	String rehearsal(@PathVariable UUID id, Model model) {
		model.addAttribute("campaign", find(id))
			.addAttribute("played", this.rehearsals.of(id).orElseThrow(NotThere::new));
		return "ops/rehearsal";
	}

	@PostMapping(HERE + "/{id}/start")
	String start(@PathVariable UUID id) {
		return (this.campaigns.move(id, STARTABLE, CampaignStatus.RUNNING) ? Said.STARTED : Said.GONE).on(page(id));
	}

	@PostMapping(HERE + "/{id}/pause")
	String pause(@PathVariable UUID id) {
		return (this.campaigns.move(id, PAUSABLE, CampaignStatus.PAUSED) ? Said.HELD : Said.GONE).on(page(id));
	}

	@PostMapping(HERE + "/{id}/canary")
	String canary(@PathVariable UUID id, @RequestParam(defaultValue = "0") int texts) {
		this.campaigns.canary(id, (texts > 0) ? Math.min(texts, LARGEST_CANARY) : null);
		return Said.CANARY.on(page(id));
	}

	private CampaignView find(UUID id) {
		return this.list.find(id).orElseThrow(NotThere::new);
	}

	private static String page(UUID id) {
		return HERE + "/" + id;
	}

}

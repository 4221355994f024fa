package rei.sms.jobs.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.Canaries;
import rei.sms.db.campaign.Recipients;
import rei.sms.db.campaign.Template;
import rei.sms.db.campaign.Templates;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.campaign.Agenda.Hold;
import rei.sms.jobs.campaign.CanaryRule.Decision;
import rei.sms.jobs.rules.FirstTouch;
import rei.sms.jobs.rules.FirstTouch.Lack;
import rei.sms.jobs.rules.MarketZones;
import rei.sms.jobs.rules.NumberChoice.Choice;

/** Finds out which campaigns can be planned now, and what holds the others. */
@Component
class Agendas {

	private final Templates templates;

	private final Canaries canaries;

	private final Recipients recipients;

	private final SendingProperties sending;

	private final int canary;

	private final CanaryRule canaryRule;

	Agendas(Templates templates, Canaries canaries, Recipients recipients, SendingProperties sending,
			CampaignProperties properties) {
		this.templates = templates;
		this.canaries = canaries;
		this.recipients = recipients;
		this.sending = sending;
		this.canary = properties.canary();
		this.canaryRule = new CanaryRule(properties.thresholds(), properties.canaryWait());
	}

	/** The agenda of those campaigns. */
	Agenda of(Collection<Campaign> campaigns, Timetable timetable, Instant now) {
		var introductions = new Introductions(this.templates.ofCampaigns(), this.templates.standing());
		var chosen = this.recipients.chosen();
		var ready = new ArrayList<Ready>();
		var held = new ArrayList<Hold>();
		for (var campaign : campaigns) {
			var intros = introductions.of(campaign.id());
			var canary = this.canaries.of(campaign.id(), this.canary)
				.map((first) -> this.canaryRule.decide(first, now));
			hold(campaign, intros, timetable).or(() -> canary.flatMap((decision) -> waiting(campaign, decision)))
				.ifPresentOrElse(held::add, () -> ready.add(new Ready(campaign, String.valueOf(campaign.market()),
						usable(intros), allowance(canary), chosen.getOrDefault(campaign.id(), 0))));
		}
		return new Agenda(ready, held);
	}

	private Optional<Hold> hold(Campaign campaign, List<Template> intros, Timetable timetable) {
		return withoutMarket(campaign).or(() -> withoutText(campaign, intros))
			.or(() -> withoutNumber(campaign, timetable));
	}

	private static int allowance(Optional<Decision> canary) {
		return canary.filter(Decision.Send.class::isInstance)
			.map((decision) -> ((Decision.Send) decision).more())
			.orElse(Integer.MAX_VALUE);
	}

	private List<Template> usable(List<Template> intros) {
		return intros.stream().filter((text) -> missing(text).isEmpty() && isSigned(text)).toList();
	}

	private static Optional<Hold> withoutMarket(Campaign campaign) {
		var market = Optional.ofNullable(campaign.market());
		return market.flatMap(MarketZones.standard()::of).isPresent() ? Optional.empty()
				: held(campaign, market.map((label) -> "no market is called " + label).orElse("it has no market"),
						"Give the campaign a Market such as \"Houston, TX\".");
	}

	private Optional<Hold> withoutText(Campaign campaign, List<Template> intros) {
		if (intros.isEmpty()) {
			return held(campaign, "no template can begin a conversation",
					"Link a template of stage 1 and category Intro to the campaign.");
		}
		if (!usable(intros).isEmpty()) {
			return Optional.empty();
		}
		return unset(intros).isEmpty()
				? held(campaign, "its first texts do not say who writes",
						"Set AGENT_NAME or COMPANY_NAME, or let the template introduce its sender.")
				: held(campaign, "its templates name " + unset(intros) + ", which is not set",
						"Set AGENT_NAME and COMPANY_NAME, or take the placeholder out of the template.");
	}

	/**
	 * What is set is put under a text that names nobody; otherwise the text itself must
	 * say who writes (decision 33).
	 */
	private boolean isSigned(Template template) {
		return this.sending.agent().isPresent() || this.sending.company().isPresent()
				|| !FirstTouch.lacks(template.message(), List.of()).contains(Lack.SENDER);
	}

	private String unset(List<Template> intros) {
		return intros.stream()
			.flatMap((text) -> missing(text).stream())
			.distinct()
			.collect(Collectors.joining(" and "));
	}

	private static Optional<Hold> withoutNumber(Campaign campaign, Timetable timetable) {
		return (timetable.choose(Optional.empty(), String.valueOf(campaign.market())) instanceof Choice.Hold hold)
				? held(campaign, hold.reason(), "Activate a number in that market.") : Optional.empty();
	}

	private static Optional<Hold> waiting(Campaign campaign, Decision decision) {
		return switch (decision) {
			case Decision.Wait wait ->
				Optional.of(new Hold(campaign.id(), campaign.name(), wait.reason(), Optional.empty()));
			case Decision.Stop stop ->
				Optional.of(new Hold(campaign.id(), campaign.name(), stop.reason(), Optional.empty()));
			case Decision.Send send -> Optional.empty();
			case Decision.Pass pass -> Optional.empty();
		};
	}

	/** Who of ours a template names although no name is set. */
	private List<String> missing(Template template) {
		return Stream
			.concat(this.sending.agent().isPresent() ? Stream.empty() : Stream.of("Agent"),
					this.sending.company().isPresent() ? Stream.empty() : Stream.of("Company"))
			.filter((name) -> Introductions.names(template, name))
			.map((name) -> "{" + name + "}")
			.toList();
	}

	private static Optional<Hold> held(Campaign campaign, String reason, String fix) {
		return Optional.of(new Hold(campaign.id(), campaign.name(), reason, Optional.of(fix)));
	}

}

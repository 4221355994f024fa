package rei.sms.jobs.mirror;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.jobs.Steps;

/**
 * Takes over what people changed in Airtable, what others link to first. Launched to
 * mirror {@code later}, as a worker does, it looks only at tables whose time has come or
 * of which a webhook told; else at all.
 */
@Configuration(proxyBeanMethods = false)
class AirtablePullJob {

	static final String NAME = "airtable-pull";

	/** A page of a listing. */
	private static final int CHUNK = 100;

	@Bean
	Job airtablePull(JobRepository jobs, Step readTold, Step pullTemplates, Step pullNumbers, Step pullCampaigns,
			Step pullProspects, Step pullLeads, Step pullLists, Step pullConversations, Step keepHooks) {
		return new JobBuilder(NAME, jobs).start(readTold)
			.next(pullTemplates)
			.next(pullNumbers)
			.next(pullCampaigns)
			.next(pullProspects)
			.next(pullLeads)
			.next(pullLists)
			.next(pullConversations)
			.next(keepHooks)
			.build();
	}

	@Bean
	Step readTold(Steps steps, ToldChanges told) {
		return steps.single("read-told", told).build();
	}

	@Bean
	Step pullTemplates(Pulling pulling, TakenTemplates templates) {
		return pulling.step("pull-templates", templates);
	}

	@Bean
	Step pullNumbers(Pulling pulling, TakenNumbers numbers) {
		return pulling.step("pull-numbers", numbers);
	}

	@Bean
	Step pullCampaigns(Pulling pulling, TakenCampaigns campaigns) {
		return pulling.step("pull-campaigns", campaigns);
	}

	@Bean
	Step pullProspects(Pulling pulling, TakenProspects prospects) {
		return pulling.step("pull-prospects", prospects);
	}

	@Bean
	Step pullLeads(Pulling pulling, TakenLeads leads) {
		return pulling.step("pull-leads", leads);
	}

	@Bean
	Step pullLists(Steps steps, CampaignLists lists) {
		return steps.single("pull-lists", lists).build();
	}

	@Bean
	Step pullConversations(Pulling pulling, TakenConversations conversations) {
		return pulling.step("pull-conversations", conversations);
	}

	@Bean
	Step keepHooks(Steps steps, KeptHooks hooks) {
		return steps.single("keep-hooks", hooks).build();
	}

	@Bean
	Pulling pulling(Steps steps, Listings listings, TakingOver takingOver) {
		return (name, table) -> {
			var pages = new PulledPages(listings, table);
			return steps.<Pulled, Pulled>chunked(NAME, name, CHUNK)
				.reader(pages)
				.processor((item) -> item.isNews() ? item : null)
				.writer((chunk) -> {
					if (takingOver.take(table, chunk.getItems())) {
						pages.listAgain();
					}
				})
				.listener(pages)
				.build();
		};
	}

	/** Builds the step that takes over one table. */
	interface Pulling {

		Step step(String name, PulledTable table);

	}

}

package rei.sms.jobs.campaign;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.campaign.Campaigns;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.campaign.Agenda.Hold;

import static java.util.Objects.requireNonNull;

/**
 * Plays campaigns through without a trace: the same lists, rules and timetable as the
 * real plan, and nothing written, neither here nor at Airtable or the provider.
 */
@Component
public class Rehearsal {

	private static final int TEXTS_SHOWN = 20;

	private final Campaigns campaigns;

	private final Agendas agendas;

	private final Timetables timetables;

	private final Composer composer;

	private final Lists lists;

	private final SendingProperties sending;

	private final Clock clock;

	Rehearsal(Campaigns campaigns, Agendas agendas, Timetables timetables, Composer composer, Lists lists,
			SendingProperties sending, Clock clock) {
		this.campaigns = campaigns;
		this.agendas = agendas;
		this.timetables = timetables;
		this.composer = composer;
		this.lists = lists;
		this.sending = sending;
		this.clock = clock;
	}

	/** Rehearses every campaign that runs or is scheduled, together. */
	public List<Rehearsed> all() {
		return all(TEXTS_SHOWN);
	}

	/**
	 * Rehearses every campaign that runs or is scheduled, together.
	 * @param texts how many texts of each to show
	 */
	public List<Rehearsed> all(int texts) {
		return rehearse(this.campaigns.all()
			.stream()
			.filter((campaign) -> campaign.status() == CampaignStatus.RUNNING
					|| campaign.status() == CampaignStatus.SCHEDULED)
			.toList(), texts);
	}

	/**
	 * Rehearses one campaign, whatever its status, as if it were alone.
	 * @param campaign its Airtable record, id or name
	 * @param texts how many of its texts to show
	 */
	public Optional<Rehearsed> of(String campaign, int texts) {
		return this.campaigns.named(campaign).map((found) -> rehearse(List.of(found), texts).getFirst());
	}

	private List<Rehearsed> rehearse(Collection<Campaign> campaigns, int texts) {
		var now = this.clock.instant();
		var timetable = this.timetables.from(now);
		var agenda = this.agendas.of(campaigns, timetable, now);
		Map<UUID, RehearsalTally> tallies = campaigns.stream()
			.collect(Collectors.toMap(Campaign::id,
					(campaign) -> new RehearsalTally(campaign, Timetables.zone(campaign.market()), texts)));
		var planner = new Planner(agenda, timetable, this.composer, this.sending.jitter(), now);
		play(agenda, (listed) -> requireNonNull(tallies.get(listed.campaignId())).count(planner.plan(listed)));
		return campaigns.stream()
			.map((campaign) -> requireNonNull(tallies.get(campaign.id()))
				.result(agenda.holdOf(campaign.id()).map(Hold::reason), this.sending.segmentCost()))
			.toList();
	}

	/** Reads the lists in one transaction that changes nothing. */
	private void play(Agenda agenda, Consumer<Listed> each) {
		var reader = this.lists.unplanned(agenda.ready().stream().map(Ready::whole).toList(), Integer.MAX_VALUE);
		reader.open(new ExecutionContext());
		try {
			for (var listed = reader.read(); listed != null; listed = reader.read()) {
				each.accept(listed);
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException("the list could not be read", ex);
		}
		finally {
			reader.close();
		}
	}

}

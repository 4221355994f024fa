package rei.sms.jobs.mirror;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.mirror.Mirrored;
import rei.sms.db.mirror.PulledCampaign;
import rei.sms.db.mirror.PulledCampaigns;
import rei.sms.jobs.airtable.CampaignField;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.Table;

/** Campaigns are people's; the engine moves their status only as the schedule says. */
@Component
class TakenCampaigns implements WholeTable {

	private static final List<CampaignField> WANTED = List.of(CampaignField.NAME, CampaignField.CAMPAIGN_NAME,
			CampaignField.STATUS, CampaignField.MARKET, CampaignField.VIEW_SEGMENT, CampaignField.START_TIME,
			CampaignField.END_TIME, CampaignField.CANARY, CampaignField.TEMPLATES);

	private static final int MOST = 1_000_000;

	private final PulledCampaigns campaigns;

	private final KnownMarkets markets;

	private final Clock clock;

	TakenCampaigns(PulledCampaigns campaigns, KnownMarkets markets, Clock clock) {
		this.campaigns = campaigns;
		this.markets = markets;
		this.clock = clock;
	}

	@Override
	public Table table() {
		return Table.CAMPAIGNS;
	}

	@Override
	public Optional<Mirrored> mirrored() {
		return Optional.of(Mirrored.CAMPAIGN);
	}

	@Override
	public List<CampaignField> watched() {
		return WANTED;
	}

	@Override
	public Set<String> take(List<Reading> readings, CellFaults faults) {
		return readings.stream()
			.map((reading) -> campaign(reading, faults))
			.filter((campaign) -> !this.campaigns.take(campaign, this.clock.instant()))
			.map(PulledCampaign::record)
			.collect(Collectors.toSet());
	}

	private PulledCampaign campaign(Reading reading, CellFaults faults) {
		var publicName = reading.text(CampaignField.CAMPAIGN_NAME);
		var name = reading.text(CampaignField.NAME).or(() -> publicName).orElse(reading.id().value());
		return new PulledCampaign(reading.id().value(), name, publicName.orElse(null), status(reading, faults),
				this.markets.known(reading, CampaignField.MARKET, faults).orElse(null),
				reading.text(CampaignField.VIEW_SEGMENT).orElse(null),
				reading.time(CampaignField.START_TIME).orElse(null), reading.time(CampaignField.END_TIME).orElse(null),
				reading.number(CampaignField.CANARY)
					.map((first) -> Math.toIntExact(Math.clamp(first, 0, MOST)))
					.orElse(null),
				reading.links(CampaignField.TEMPLATES).stream().map(RecordId::value).toList());
	}

	/** What nobody understands does not send. */
	private static CampaignStatus status(Reading reading, CellFaults faults) {
		return Cells.word(reading, CampaignField.STATUS, CampaignStatus.class, faults)
			.orElse(reading.text(CampaignField.STATUS).isPresent() ? CampaignStatus.PAUSED : CampaignStatus.DRAFT);
	}

	@Override
	public void deleted(Collection<String> records) {
		this.campaigns.stopDeleted(records);
	}

}

package rei.sms.jobs.mirror;

import java.util.Optional;

import org.springframework.stereotype.Component;

import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.rules.MarketZones;

/**
 * Reads markets: one that nobody can place on a map is noted, since its hours are
 * unknown.
 */
@Component
class KnownMarkets {

	private final MarketZones zones = MarketZones.standard();

	Optional<String> known(Reading reading, Field field, CellFaults faults) {
		var market = reading.text(field);
		market.filter((label) -> this.zones.of(label).isEmpty())
			.ifPresent((label) -> faults.unknown(reading, field, label));
		return market;
	}

}

package rei.sms.jobs.mirror;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.mirror.Mirrored;
import rei.sms.db.mirror.PulledNumber;
import rei.sms.db.mirror.PulledNumbers;
import rei.sms.jobs.airtable.NumberField;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Table;

/** Our numbers: which are in use, for which market and how much a day (decision 7). */
@Component
class TakenNumbers implements WholeTable {

	private static final List<NumberField> WANTED = List.of(NumberField.PHONE, NumberField.MARKET, NumberField.STATUS,
			NumberField.ACTIVE, NumberField.DAILY_LIMIT);

	private final PulledNumbers numbers;

	private final KnownMarkets markets;

	private final Clock clock;

	TakenNumbers(PulledNumbers numbers, KnownMarkets markets, Clock clock) {
		this.numbers = numbers;
		this.markets = markets;
		this.clock = clock;
	}

	@Override
	public Table table() {
		return Table.NUMBERS;
	}

	@Override
	public Optional<Mirrored> mirrored() {
		return Optional.of(Mirrored.NUMBER);
	}

	@Override
	public List<NumberField> watched() {
		return WANTED;
	}

	@Override
	public Set<String> take(List<Reading> readings, CellFaults faults) {
		readings.forEach((reading) -> Cells.phone(reading, NumberField.PHONE, faults)
			.ifPresentOrElse((phone) -> take(reading, phone, faults),
					() -> this.numbers.dropDeleted(List.of(reading.id().value()))));
		return Set.of();
	}

	private void take(Reading reading, PhoneNumber phone, CellFaults faults) {
		var number = new PulledNumber(reading.id().value(), phone,
				this.markets.known(reading, NumberField.MARKET, faults).orElse(null), isActive(reading, faults),
				reading.number(NumberField.DAILY_LIMIT).map(Math::toIntExact).orElse(null));
		if (!this.numbers.take(number, this.clock.instant())) {
			faults.doubled(reading, NumberField.PHONE, phone.e164());
		}
	}

	/** In doubt a number is not used; a base that says nothing about it means yes. */
	private static boolean isActive(Reading reading, CellFaults faults) {
		if (reading.knows(NumberField.STATUS)) {
			return reading.text(NumberField.STATUS).map((status) -> isActive(reading, status, faults)).orElse(true);
		}
		return !reading.knows(NumberField.ACTIVE) || reading.flag(NumberField.ACTIVE);
	}

	private static boolean isActive(Reading reading, String status, CellFaults faults) {
		if (!status.equalsIgnoreCase("Active") && !status.equalsIgnoreCase("Paused")) {
			faults.unknown(reading, NumberField.STATUS, status);
		}
		return status.equalsIgnoreCase("Active");
	}

	@Override
	public void deleted(Collection<String> records) {
		this.numbers.dropDeleted(records);
	}

}

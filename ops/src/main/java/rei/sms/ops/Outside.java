package rei.sms.ops;

import java.util.List;

import org.springframework.stereotype.Component;

import rei.sms.db.number.SendingNumber;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.operations.Vendors;
import rei.sms.db.operations.Vendors.AirtableBase;
import rei.sms.ops.Health.Airtable;
import rei.sms.ops.Health.Numbers;

/** What the engine depends on outside of itself. */
@Component
class Outside {

	private final Vendors vendors;

	private final SendingNumbers numbers;

	Outside(Vendors vendors, SendingNumbers numbers) {
		this.vendors = vendors;
		this.numbers = numbers;
	}

	Numbers numbers() {
		var all = this.numbers.all();
		int active = (int) all.stream().filter(SendingNumber::active).count();
		return new Numbers(active, all.size() - active, all.stream().mapToLong(SendingNumber::sentToday).sum());
	}

	Airtable airtable() {
		var bases = this.vendors.airtable();
		return new Airtable(airtable(bases), bases);
	}

	Health.Provider provider() {
		var seen = this.vendors.provider();
		return new Health.Provider(provider(seen), seen.lastTaken(), seen.taken(), seen.unknown(), seen.lastCode());
	}

	/** The worst of the bases. */
	private static String airtable(List<AirtableBase> bases) {
		if (bases.isEmpty()) {
			return "not called yet";
		}
		return bases.stream()
			.map(AirtableBase::status)
			.filter((status) -> !status.equals("ok"))
			.findFirst()
			.orElse("ok");
	}

	private static String provider(Vendors.Provider seen) {
		if (seen.taken() + seen.unknown() == 0) {
			return "not called yet";
		}
		return (seen.unknown() > seen.taken()) ? "troubled" : "ok";
	}

}

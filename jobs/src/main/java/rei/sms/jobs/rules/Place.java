package rei.sms.jobs.rules;

import java.time.ZoneId;
import java.util.List;

/** One place where a recipient may be. */
public sealed interface Place {

	/** The zones whose clocks may be the recipient's. */
	List<ZoneId> zones();

	/** A state, and the zones of it that come into question. */
	record Known(UsState state, List<ZoneId> zones) implements Place {

		public Known {
			zones = List.copyOf(zones);
			if (zones.isEmpty()) {
				throw new IllegalArgumentException(state + " without a zone");
			}
		}

	}

	/** Somewhere from Eastern to Pacific. */
	record Unknown() implements Place {

		private static final List<ZoneId> MAINLAND = List.of(ZoneId.of("America/New_York"),
				ZoneId.of("America/Chicago"), ZoneId.of("America/Denver"), ZoneId.of("America/Los_Angeles"));

		@Override
		public List<ZoneId> zones() {
			return MAINLAND;
		}

	}

}

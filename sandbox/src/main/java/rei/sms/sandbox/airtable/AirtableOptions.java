package rei.sms.sandbox.airtable;

import java.time.Clock;
import java.util.List;

import rei.sms.sandbox.http.ServerOptions;

/**
 * How an {@link AirtableStandIn} is set up.
 *
 * @param token the personal access token that opens it
 * @param clock gives created and modified times; rates are measured in real time
 */
public record AirtableOptions(ServerOptions server, String token, Limits limits, Clock clock, List<BaseSpec> bases) {

	/**
	 * Any free port, token {@code sandbox}, Airtable's limits, the system's clock.
	 */
	public static AirtableOptions of(BaseSpec... bases) {
		return new AirtableOptions(ServerOptions.DEFAULT, "sandbox", Limits.AIRTABLE, Clock.systemUTC(),
				List.of(bases));
	}

	/**
	 * The same with other limits.
	 */
	public AirtableOptions limits(Limits limits) {
		return new AirtableOptions(this.server, this.token, limits, this.clock, this.bases);
	}

	/**
	 * The same with another clock.
	 */
	public AirtableOptions clock(Clock clock) {
		return new AirtableOptions(this.server, this.token, this.limits, clock, this.bases);
	}

	/**
	 * The same with another token.
	 */
	public AirtableOptions token(String token) {
		return new AirtableOptions(this.server, token, this.limits, this.clock, this.bases);
	}

}

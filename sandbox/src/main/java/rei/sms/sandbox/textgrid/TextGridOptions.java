package rei.sms.sandbox.textgrid;

import java.time.Clock;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.ServerOptions;

/**
 * How a {@link TextGridStandIn} is set up.
 *
 * @param webhookSecret signs the webhooks when it is given
 * @param numbers the numbers the account owns, E.164; none means every number
 * @param requestsPerSecond of the account, above which a send is 429; 0 for no limit
 * @param lookUpGaps chance that a listing leaves a text out
 */
public record TextGridOptions(ServerOptions server, String accountSid, String authToken, @Nullable String webhookSecret,
		Set<String> numbers, Carrier carrier, int requestsPerSecond, double lookUpGaps, Clock clock) {

	/**
	 * Any free port, SID and token {@code sandbox}, a perfect carrier, no limit.
	 */
	public static TextGridOptions of(String... numbers) {
		return new TextGridOptions(ServerOptions.DEFAULT, "sandbox", "sandbox", null, Set.of(numbers), Carrier.PERFECT,
				0, 0, Clock.systemUTC());
	}

	/**
	 * The same with another carrier.
	 */
	public TextGridOptions carrier(Carrier carrier) {
		return new TextGridOptions(this.server, this.accountSid, this.authToken, this.webhookSecret, this.numbers,
				carrier, this.requestsPerSecond, this.lookUpGaps, this.clock);
	}

	/**
	 * The same with another clock.
	 */
	public TextGridOptions clock(Clock clock) {
		return new TextGridOptions(this.server, this.accountSid, this.authToken, this.webhookSecret, this.numbers,
				this.carrier, this.requestsPerSecond, this.lookUpGaps, clock);
	}

	/**
	 * The same with other credentials.
	 */
	public TextGridOptions account(String sid, String token) {
		return new TextGridOptions(this.server, sid, token, this.webhookSecret, this.numbers, this.carrier,
				this.requestsPerSecond, this.lookUpGaps, this.clock);
	}

	/**
	 * The same with signed webhooks.
	 */
	public TextGridOptions webhookSecret(@Nullable String secret) {
		return new TextGridOptions(this.server, this.accountSid, this.authToken, secret, this.numbers, this.carrier,
				this.requestsPerSecond, this.lookUpGaps, this.clock);
	}

	/**
	 * The same with limits: sends a second, and the chance that a listing leaves a text
	 * out.
	 */
	public TextGridOptions limits(int requestsPerSecond, double lookUpGaps) {
		return new TextGridOptions(this.server, this.accountSid, this.authToken, this.webhookSecret, this.numbers,
				this.carrier, requestsPerSecond, lookUpGaps, this.clock);
	}

}

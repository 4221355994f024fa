package rei.sms.sandbox;

import java.nio.file.Path;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.model.ModelOptions;
import rei.sms.sandbox.sellers.SellerOptions;
import rei.sms.sandbox.textgrid.Carrier;
import rei.sms.sandbox.trial.TrialBases;

/**
 * How a {@link Sandbox} is set up.
 *
 * @param directory where everything is kept; processes that name the same one share their
 * stand-ins
 * @param inboundUrl where sellers' texts are posted, its token included; null while this
 * process serves no webhooks
 * @param clock the engine's clock, which dates the records
 */
public record SandboxOptions(Parts parts, Path directory, @Nullable String inboundUrl, Clock clock, long seed,
		Credentials credentials, TrialBases bases, Carrier carrier, SellerOptions sellers) {

	/**
	 * Everything, with the usual sellers and carriers and the word {@code sandbox} for
	 * every secret.
	 */
	public static SandboxOptions of(Path directory, Clock clock) {
		return new SandboxOptions(Parts.ALL, directory, null, clock, 1, Credentials.DEFAULT, TrialBases.ONE,
				Carrier.usual(1), SellerOptions.usual(1));
	}

	/**
	 * The same with only these parts.
	 */
	public SandboxOptions parts(Parts parts) {
		return new SandboxOptions(parts, this.directory, this.inboundUrl, this.clock, this.seed, this.credentials,
				this.bases, this.carrier, this.sellers);
	}

	/**
	 * The same with the address of the engine's inbound webhook.
	 */
	public SandboxOptions inboundUrl(@Nullable String url) {
		return new SandboxOptions(this.parts, this.directory, url, this.clock, this.seed, this.credentials, this.bases,
				this.carrier, this.sellers);
	}

	/**
	 * The same with another seed for people, carriers and sellers.
	 */
	public SandboxOptions seed(long seed) {
		return new SandboxOptions(this.parts, this.directory, this.inboundUrl, this.clock, seed, this.credentials,
				this.bases, Carrier.usual(seed), SellerOptions.usual(seed));
	}

	/**
	 * The same with secrets and bases that were set from outside.
	 */
	public SandboxOptions credentials(Credentials credentials, TrialBases bases) {
		return new SandboxOptions(this.parts, this.directory, this.inboundUrl, this.clock, this.seed, credentials,
				bases, this.carrier, this.sellers);
	}

	/**
	 * The same with other carriers and sellers.
	 */
	public SandboxOptions people(Carrier carrier, SellerOptions sellers) {
		return new SandboxOptions(this.parts, this.directory, this.inboundUrl, this.clock, this.seed, this.credentials,
				this.bases, carrier, sellers);
	}

	/**
	 * What to start; each part that is left out is real, or absent.
	 */
	public record Parts(boolean database, boolean airtable, boolean textgrid, boolean model) {

		/**
		 * Nothing is real.
		 */
		public static final Parts ALL = new Parts(true, true, true, true);

	}

	/**
	 * The secrets the stand-ins accept.
	 *
	 * @param webhookSecret signs TextGrid's webhooks when it is given
	 */
	public record Credentials(String airtableToken, String textgridSid, String textgridToken,
			@Nullable String webhookSecret, String modelKey) {

		/**
		 * The word {@code sandbox} everywhere.
		 */
		public static final Credentials DEFAULT = new Credentials("sandbox", "sandbox", "sandbox", null,
				ModelOptions.DEFAULT.key());

	}

}

package rei.sms.jobs.launch;

import java.util.OptionalLong;

/**
 * How a job is launched.
 *
 * @param limit at most this many records, if given
 * @param mirroring when Airtable sees what changed
 * @param fix mends what a job that looks for faults finds
 */
public record LaunchOptions(OptionalLong limit, Mirroring mirroring, boolean fix) {

	/** The whole job, without a limit. */
	public static final LaunchOptions DEFAULT = new LaunchOptions(OptionalLong.empty(), Mirroring.NOW);

	/** Without mending anything. */
	public LaunchOptions(OptionalLong limit, Mirroring mirroring) {
		this(limit, mirroring, false);
	}

	/** At most {@code limit} records. */
	public static LaunchOptions limit(long limit) {
		return new LaunchOptions(OptionalLong.of(limit), Mirroring.NOW);
	}

	/** The same, with Airtable left to a push that follows. */
	public LaunchOptions withMirrorLater() {
		return new LaunchOptions(this.limit, Mirroring.LATER, this.fix);
	}

	/** The same; what is found is mended. */
	public LaunchOptions withFix() {
		return new LaunchOptions(this.limit, this.mirroring, true);
	}

}

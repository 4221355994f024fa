package rei.sms.jobs.launch;

import java.util.OptionalLong;

/**
 * How a job is launched.
 *
 * @param limit at most this many records, if given
 * @param mirrorLater leaves Airtable to an {@code airtable-push} that follows
 * @param fix mends what a job that looks for faults finds
 */
public record LaunchOptions(OptionalLong limit, boolean mirrorLater, boolean fix) {

	/** The whole job, without a limit. */
	public static final LaunchOptions DEFAULT = new LaunchOptions(OptionalLong.empty(), false);

	/** Without mending anything. */
	public LaunchOptions(OptionalLong limit, boolean mirrorLater) {
		this(limit, mirrorLater, false);
	}

	/** At most {@code limit} records. */
	public static LaunchOptions limit(long limit) {
		return new LaunchOptions(OptionalLong.of(limit), false);
	}

	/** The same, with Airtable left to a push that follows. */
	public LaunchOptions withMirrorLater() {
		return new LaunchOptions(this.limit, true, this.fix);
	}

	/** The same; what is found is mended. */
	public LaunchOptions withFix() {
		return new LaunchOptions(this.limit, this.mirrorLater, true);
	}

}

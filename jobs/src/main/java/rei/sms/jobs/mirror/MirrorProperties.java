package rei.sms.jobs.mirror;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the mirror works.
 *
 * @param chunkSize rows a chunk: as many calls as the base takes in a second
 * @param patience how long a job that ends with the mirror step works at a backlog that
 * is mostly not its own; {@code airtable-push} works to the end
 * @param heldFor how long a prospect of whom there is nothing to say but that it was
 * texted or became a lead waits for a call that leaves anyway; for ever when zero
 * @param publicUrl where Airtable reaches us; blank where it does not
 * @param pullInterval how often a table is asked for changes; it doubles up to
 * sixteen-fold while there are none
 * @param sweepInterval how often a table is looked at whose webhook tells of changes
 */
@ConfigurationProperties("mirror")
record MirrorProperties(@DefaultValue("50") int chunkSize, @DefaultValue("30s") Duration patience,
		@DefaultValue("0d") Duration heldFor, @DefaultValue("") String publicUrl,
		@DefaultValue("60s") Duration pullInterval, @DefaultValue("12h") Duration sweepInterval) {

	/** Whether Airtable can tell us of changes. */
	boolean isReachable() {
		return !this.publicUrl.isBlank();
	}
}

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
 */
@ConfigurationProperties("mirror")
record MirrorProperties(@DefaultValue("50") int chunkSize, @DefaultValue("30s") Duration patience) {
}

package rei.sms.jobs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How every chunked step behaves.
 *
 * @param chunkSize records a transaction
 * @param retryLimit how often a chunk is tried again while a vendor is unavailable
 * @param retryDelay the wait before the first such try; it doubles. The chunk's
 * transaction stays open meanwhile, so limit × delay is kept short: the job fails and the
 * next launch restarts it
 * @param skipLimit records that one run sets aside before it fails
 */
@ConfigurationProperties("batch")
record BatchProperties(@DefaultValue("200") int chunkSize, @DefaultValue("2") int retryLimit,
		@DefaultValue("500ms") Duration retryDelay, @DefaultValue("1000") int skipLimit) {
}

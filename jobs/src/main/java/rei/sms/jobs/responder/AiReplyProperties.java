package rei.sms.jobs.responder;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What becomes of replies that AI engines write.
 *
 * @param ai whether they go out, wait for a person, or are not written; where it is not
 * set they go out as soon as an engine is configured
 */
@ConfigurationProperties("replies")
public record AiReplyProperties(@Nullable Mode ai) {

	/** What becomes of a reply that an AI engine wrote. */
	public enum Mode {

		/** None is written. */
		OFF,
		/** It waits for a person. */
		SUGGEST,
		/** It goes out. */
		ON

	}

	Mode mode() {
		return (this.ai != null) ? this.ai : Mode.ON;
	}

}

package rei.sms.jobs.responder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of replies that AI engines write.
 *
 * @param ai whether they go out, wait for a person, or are not written; without an engine
 * none is
 */
@ConfigurationProperties("replies")
public record AiReplyProperties(@DefaultValue("on") Mode ai) {

	/** What becomes of a reply that an AI engine wrote. */
	public enum Mode {

		/** None is written. */
		OFF,
		/** It waits for a person. */
		SUGGEST,
		/** It goes out. */
		ON

	}

}

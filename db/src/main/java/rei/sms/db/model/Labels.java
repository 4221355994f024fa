package rei.sms.db.model;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.Sql;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/** A person's own reading of a message (decision 24). */
@Repository
public class Labels {

	private final JdbcClient jdbc;

	private final LabelExamples examples;

	Labels(JdbcClient jdbc, LabelExamples examples) {
		this.jdbc = jdbc;
		this.examples = examples;
	}

	/**
	 * Takes a person's reading for the classification, has the promotion rule look again,
	 * and keeps the message as an example. What is null stays as it was read: a person
	 * says that it was read rightly.
	 * @param source where the person said so
	 * @return whether there is such an inbound message
	 */
	@Transactional
	public boolean correct(UUID message, @Nullable Intent intent, @Nullable AiIntent aiIntent, String source,
			Instant now) {
		var found = this.jdbc.sql("""
				UPDATE conversation SET intent = coalesce(:intent::text, intent, 'NEUTRAL'),
					ai_intent = coalesce(:aiIntent::text, ai_intent, 'OTHER'), confidence = 1, classifier = 'person',
					promotion = NULL, classified_at = coalesce(classified_at, :now)
				WHERE id = :message AND direction = 'INBOUND'
				""")
			.param("message", message)
			.param("intent", Sql.orNull(intent))
			.param("aiIntent", Sql.orNull(aiIntent))
			.param("now", Sql.at(now))
			.update() == 1;
		if (found) {
			this.examples.keep(message, source, now);
		}
		return found;
	}

}

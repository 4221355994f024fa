package rei.sms.db.conversation;

import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.model.LabelExamples;

/** What people say a message means, which counts for more than what the engine read. */
@Repository
public class Corrections {

	private final JdbcClient jdbc;

	private final LabelExamples examples;

	Corrections(JdbcClient jdbc, LabelExamples examples) {
		this.jdbc = jdbc;
		this.examples = examples;
	}

	/**
	 * Takes a person's reading of an inbound message for its classification; the promoter
	 * looks at it again. Answers whether it differs from what was known.
	 */
	public boolean correct(UUID id, Intent intent, AiIntent aiIntent, Instant now) {
		var changed = this.jdbc.sql("""
				UPDATE conversation SET intent = :intent, ai_intent = :aiIntent, confidence = 1, classifier = 'person',
					promotion = NULL, classified_at = coalesce(classified_at, :now)
				WHERE id = :id AND direction = 'INBOUND'
					AND (intent IS DISTINCT FROM :intent OR ai_intent IS DISTINCT FROM :aiIntent)
				""")
			.param("id", id)
			.param("intent", intent.name())
			.param("aiIntent", aiIntent.name())
			.param("now", Sql.at(now))
			.update() == 1;
		if (changed) {
			this.examples.keep(id, "page", now);
		}
		return changed;
	}

	/**
	 * Says that a message is read rightly: it counts as a person's reading from now on.
	 */
	public void confirm(UUID id) {
		this.jdbc.sql("UPDATE conversation SET confidence = 1, classifier = 'person' WHERE id = :id")
			.param("id", id)
			.update();
	}

}

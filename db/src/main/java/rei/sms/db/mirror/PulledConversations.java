package rei.sms.db.mirror;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.model.LabelExamples;

/**
 * Takes over what people do with a message in Airtable: the trigger and their own reading
 * of it (decision 24). What the engine changed and Airtable has not seen is left alone.
 */
@Repository
public class PulledConversations {

	private final JdbcClient jdbc;

	private final FromAirtable fromAirtable;

	private final LabelExamples examples;

	PulledConversations(JdbcClient jdbc, FromAirtable fromAirtable, LabelExamples examples) {
		this.examples = examples;
		this.jdbc = jdbc;
		this.fromAirtable = fromAirtable;
	}

	/** What is known of the messages that these records show, by record. */
	public Map<String, Known> known(Collection<String> records) {
		var known = new HashMap<String, Known>();
		this.jdbc.sql("""
				SELECT airtable_id, intent, ai_intent, ai_trigger FROM conversation
				WHERE airtable_id = ANY (:records) AND direction = 'INBOUND'
				""")
			.param("records", records.toArray(String[]::new))
			.query((rs, _) -> known.put(rs.getString("airtable_id"),
					new Known(Sql.wordOrNull(rs, "intent", Intent.class),
							Sql.wordOrNull(rs, "ai_intent", AiIntent.class), rs.getBoolean("ai_trigger"))))
			.list();
		return known;
	}

	/** Has what sellers wrote looked at again, and answered once. */
	public void trigger(Collection<String> records) {
		this.fromAirtable.change(() -> this.jdbc.sql("""
				UPDATE conversation SET ai_trigger = true, promotion = NULL, reply = NULL
				WHERE airtable_id = ANY (:records) AND direction = 'INBOUND' AND NOT ai_trigger
					AND NOT ('ai_trigger' = ANY (mirror_cells) AND version > mirrored_version)
				""").param("records", records.toArray(String[]::new)).update());
	}

	/**
	 * Takes a person's reading of a message for its classification; answers whether it
	 * differs from what was known.
	 */
	public boolean correct(String record, @Nullable Intent intent, @Nullable AiIntent aiIntent, Instant now) {
		var corrected = new boolean[1];
		this.fromAirtable.change(() -> corrected[0] = this.jdbc
			.sql("""
					UPDATE conversation SET intent = coalesce(:intent::text, intent),
						ai_intent = coalesce(:aiIntent::text, ai_intent), confidence = 1, classifier = 'person', promotion = NULL,
						classified_at = coalesce(classified_at, :now)
					WHERE airtable_id = :record AND direction = 'INBOUND'
						AND (coalesce(:intent::text, intent) IS DISTINCT FROM intent
							OR coalesce(:aiIntent::text, ai_intent) IS DISTINCT FROM ai_intent)
						AND NOT (mirror_cells && ARRAY['intent', 'ai_intent'] AND version > mirrored_version)
					""")
			.param("record", record)
			.param("intent", Sql.orNull(intent))
			.param("aiIntent", Sql.orNull(aiIntent))
			.param("now", Sql.at(now))
			.update() == 1);
		if (corrected[0]) {
			this.jdbc.sql("SELECT id FROM conversation WHERE airtable_id = :record")
				.param("record", record)
				.query(UUID.class)
				.optional()
				.ifPresent((message) -> this.examples.keep(message, "airtable", now));
		}
		return corrected[0];
	}

	/**
	 * What is known of a message that people may know better.
	 *
	 * @param trigger whether somebody asked for an answer that is still to come
	 */
	public record Known(@Nullable Intent intent, @Nullable AiIntent aiIntent, boolean trigger) {
	}

}

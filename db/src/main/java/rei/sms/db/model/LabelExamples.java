package rei.sms.db.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/** Messages whose reading a person corrected, as examples to learn from. */
@Repository
public class LabelExamples {

	private final JdbcClient jdbc;

	LabelExamples(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a message as it is labelled now; a later correction takes the place of an
	 * earlier. Every third message, by its id, is held out for measuring.
	 * @param source where the person corrected it
	 */
	public void keep(UUID message, String source, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO label_example (message_id, body, asked, ai_intent, intent, opt_out, held_out, source, corrected_at)
					SELECT c.id, c.body, asked.stage, c.ai_intent, c.intent, c.request IN ('STOP', 'STOP_DOUBTFUL'),
						abs(hashtext(c.id::text)) % 3 = 0, :source, :now
					FROM conversation c
					LEFT JOIN LATERAL (
						SELECT o.stage FROM conversation o
						WHERE o.seller_phone = c.seller_phone AND o.direction = 'OUTBOUND' AND o.sent_at <= c.received_at
						ORDER BY o.created_at DESC LIMIT 1) asked ON true
					WHERE c.id = :message AND c.ai_intent IS NOT NULL AND c.intent IS NOT NULL
					ON CONFLICT (message_id) DO UPDATE SET ai_intent = excluded.ai_intent, intent = excluded.intent,
						opt_out = excluded.opt_out, source = excluded.source, corrected_at = excluded.corrected_at
					""")
			.param("message", message)
			.param("source", source)
			.param("now", Sql.at(now))
			.update();
	}

	/** All of them, in a fixed order. */
	public List<LabelExample> all() {
		return this.jdbc.sql("SELECT * FROM label_example ORDER BY message_id").query(LabelExamples::example).list();
	}

	private static LabelExample example(ResultSet rs, int row) throws SQLException {
		return new LabelExample(Sql.uuid(rs, "message_id"), rs.getString("body"),
				Sql.wordOrNull(rs, "asked", Stage.class), Sql.word(rs, "ai_intent", AiIntent.class),
				Sql.word(rs, "intent", Intent.class), rs.getBoolean("opt_out"), rs.getBoolean("held_out"));
	}

	/**
	 * One of them.
	 *
	 * @param asked the stage of our text that the message answers
	 * @param heldOut whether it measures and is never learnt from
	 */
	public record LabelExample(UUID messageId, String body, @Nullable Stage asked, AiIntent aiIntent, Intent intent,
			boolean optOut, boolean heldOut) {
	}

}

package rei.sms.ops.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.Labelled;
import rei.sms.ops.access.PagesOn;

/** Reads what waits for a person, oldest first, with the message that each is about. */
@Component
@Conditional(PagesOn.class)
class Entries {

	private static final String NAME = """
			coalesce(nullif(btrim(p.name), ''), nullif(btrim(concat_ws(' ', p.first_name, p.last_name)), ''), 'Unknown owner')
				AS name
			""";

	private static final String LISTED = """
			SELECT e.id, e.kind, e.conversation_id, e.phone, %s, e.reason, c.body, c.direction, c.intent, c.ai_intent,
				c.confidence::float8 AS confidence, coalesce(s.body, e.suggestion) AS suggestion, s.writer, e.since
			FROM needs_person e
			LEFT JOIN contact k ON k.phone = e.phone LEFT JOIN prospect p ON p.id = k.prospect_id
			LEFT JOIN conversation c ON c.id = e.conversation_id
			LEFT JOIN suggestion s ON s.message_id = e.conversation_id AND s.decided_at IS NULL
			WHERE e.resolved_at IS NULL
			""".formatted(NAME);

	private final JdbcClient jdbc;

	Entries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Entry> listed(int limit) {
		return this.jdbc.sql(LISTED + "ORDER BY e.since, e.id LIMIT :limit")
			.param("limit", limit)
			.query(Entries::entry)
			.list();
	}

	Optional<Entry> find(long id) {
		return this.jdbc.sql(LISTED + "AND e.id = :id").param("id", id).query(Entries::entry).optional();
	}

	/** Messages whose reading nobody is sure of, the latest first. */
	List<Entry> doubtful(int limit) {
		return this.jdbc.sql("""
				SELECT 0 AS id, 'doubtful' AS kind, c.id AS conversation_id, c.seller_phone AS phone, %s,
					coalesce(c.summary, '') AS reason, c.body, c.direction, c.intent, c.ai_intent,
					c.confidence::float8 AS confidence, NULL AS suggestion, NULL AS writer, c.received_at AS since
				FROM conversation c JOIN contact k ON k.phone = c.seller_phone JOIN prospect p ON p.id = k.prospect_id
				WHERE c.direction = 'INBOUND' AND c.confidence < 0.5
				ORDER BY c.received_at DESC LIMIT :limit
				""".formatted(NAME)).param("limit", limit).query(Entries::entry).list();
	}

	private static Entry entry(ResultSet rs, int row) throws SQLException {
		return new Entry(rs.getLong("id"), rs.getString("kind"), rs.getObject("conversation_id", UUID.class),
				rs.getString("phone"), rs.getString("name"), rs.getString("reason"), rs.getString("body"),
				"OUTBOUND".equals(rs.getString("direction")), label(Sql.wordOrNull(rs, "intent", Intent.class)),
				label(Sql.wordOrNull(rs, "ai_intent", AiIntent.class)), rs.getObject("confidence", Double.class),
				rs.getString("suggestion"), label(Sql.wordOrNull(rs, "writer", ProcessedBy.class)),
				Sql.instant(rs, "since"));
	}

	private static @Nullable String label(@Nullable Labelled word) {
		return (word != null) ? word.label() : null;
	}

}

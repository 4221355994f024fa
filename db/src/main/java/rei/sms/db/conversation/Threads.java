package rei.sms.db.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.Labelled;
import rei.sms.db.message.PhoneNumber;

/** Threads as people read them: what is logged, and what is staged and not logged yet. */
@Repository
public class Threads {

	private static final String MESSAGES = """
			SELECT id, sid, direction, seller_phone, our_number, body, status, stage, processed_by, ai_intent, intent,
				confidence::float8, CASE WHEN lead_id IS NOT NULL THEN 'lead' ELSE 'prospect' END AS linked_to, lead_id, prospect_id,
				campaign_id, duplicate_of, promotion, reply, error_code, created_at, sent_at, delivered_at, airtable_id,
				summary, classifier, facts
			FROM conversation WHERE %s
			UNION ALL
			SELECT conversation_id, sid, 'INBOUND', seller_phone, our_number, body,
				CASE WHEN request IN ('STOP', 'STOP_DOUBTFUL') THEN 'OPT_OUT' END,
				CASE WHEN request IN ('STOP', 'STOP_DOUBTFUL') THEN 'OPT_OUT' END, NULL, NULL, NULL, NULL,
				lower(linked_to), NULL, NULL, NULL, NULL, NULL, NULL, NULL, received_at, NULL, NULL, NULL,
				NULL, NULL, NULL
			FROM inbound WHERE linked_at IS NULL AND %s
			""";

	/** The message's facts as columns. */
	private static final String FACTS = """
			SELECT m.*, (facts ->> 'asking_low')::bigint AS asking_low, (facts ->> 'asking_high')::bigint AS asking_high,
				(facts ->> 'write_again')::date AS write_again, facts ->> 'language' AS language,
				ARRAY (SELECT jsonb_array_elements_text(facts -> 'reasons')) AS reasons,
				ARRAY (SELECT jsonb_array_elements_text(facts -> 'conditions')) AS conditions
			FROM (%s) m
			""";

	private final JdbcClient jdbc;

	Threads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last messages with a seller, oldest first. */
	public List<ThreadMessage> of(PhoneNumber sellerPhone, int limit) {
		return this.jdbc.sql("""
				SELECT * FROM (%s ORDER BY created_at DESC, id LIMIT :limit) n ORDER BY created_at, id
				""".formatted(FACTS.formatted(MESSAGES.formatted("seller_phone = :phone", "seller_phone = :phone"))))
			.param("phone", sellerPhone.e164())
			.param("limit", limit)
			.query(Threads::message)
			.list();
	}

	/** One message. */
	public Optional<ThreadMessage> find(UUID id) {
		return this.jdbc.sql(FACTS.formatted(MESSAGES.formatted("id = :id", "conversation_id = :id")))
			.param("id", id)
			.query(Threads::message)
			.optional();
	}

	/** What the provider said of a message, in the order in which it came. */
	public List<Map<String, Object>> deliveries(UUID id) {
		return this.jdbc.sql("""
				SELECT r.sid, r.status AS word, r.normalized, r.error_code, r.state, r.received_at, r.applied_at
				FROM receipt r JOIN attempt a ON a.sid = r.sid WHERE a.conversation_id = :id ORDER BY r.received_at
				""").param("id", id).query().listOfRows();
	}

	/** What the gate decided about a message, and how each attempt ended. */
	public List<Map<String, Object>> decisions(UUID id) {
		return this.jdbc
			.sql("""
					SELECT decided_at, allowed, rule, reason, rule_version, zone, next_at, our_number, segments, outcome, status,
						sid, error_code, error, finished_at
					FROM attempt WHERE conversation_id = :id ORDER BY id
					""")
			.param("id", id)
			.query()
			.listOfRows();
	}

	private static ThreadMessage message(ResultSet rs, int row) throws SQLException {
		return new ThreadMessage(Sql.uuid(rs, "id"), rs.getString("sid"), rs.getString("direction"),
				rs.getString("seller_phone"), rs.getString("our_number"), rs.getString("body"),
				label(Sql.wordOrNull(rs, "status", DeliveryStatus.class)),
				label(Sql.wordOrNull(rs, "stage", Stage.class)),
				label(Sql.wordOrNull(rs, "processed_by", ProcessedBy.class)),
				label(Sql.wordOrNull(rs, "ai_intent", AiIntent.class)),
				label(Sql.wordOrNull(rs, "intent", Intent.class)), rs.getObject("confidence", Double.class),
				rs.getString("linked_to"), Sql.uuidOrNull(rs, "lead_id"), Sql.uuidOrNull(rs, "prospect_id"),
				Sql.uuidOrNull(rs, "campaign_id"), Sql.uuidOrNull(rs, "duplicate_of"), rs.getString("promotion"),
				rs.getString("reply"), rs.getString("error_code"), Sql.instant(rs, "created_at"),
				Sql.instantOrNull(rs, "sent_at"), Sql.instantOrNull(rs, "delivered_at"), rs.getString("airtable_id"),
				rs.getString("summary"), rs.getString("classifier"), told(rs));
	}

	private static @Nullable Told told(ResultSet rs) throws SQLException {
		return (rs.getString("facts") == null) ? null
				: new Told(rs.getObject("asking_low", Long.class), rs.getObject("asking_high", Long.class),
						Sql.dayOrNull(rs, "write_again"), Sql.words(rs, "reasons"), Sql.words(rs, "conditions"),
						rs.getString("language"));
	}

	private static @Nullable String label(@Nullable Labelled word) {
		return (word != null) ? word.label() : null;
	}

}

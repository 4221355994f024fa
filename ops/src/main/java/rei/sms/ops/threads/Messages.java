package rei.sms.ops.threads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.Labelled;
import rei.sms.db.message.PhoneNumber;
import rei.sms.ops.access.PagesOn;

/** Reads a thread's messages with their ways. */
@Component
@Conditional(PagesOn.class)
class Messages {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final Ways ways;

	Messages(JdbcClient jdbc, Ways ways) {
		this.jdbc = jdbc;
		this.ways = ways;
	}

	/** The last messages with a seller, oldest first; what has just landed too. */
	List<Message> of(PhoneNumber phone, int limit) {
		var messages = this.jdbc
			.sql("""
					SELECT * FROM (
						(SELECT c.id, c.direction, c.body, c.created_at, c.status, c.processed_by, c.intent, c.ai_intent,
							c.confidence::float8 AS confidence, c.classifier, c.summary, c.stage, c.facts::text AS facts, c.promotion, c.reply,
							m.name AS campaign, c.sid, c.error_code, c.airtable_id, c.version <= c.mirrored_version AS shown
						FROM conversation c LEFT JOIN campaign m ON m.id = c.campaign_id
						WHERE c.seller_phone = :phone ORDER BY c.created_at DESC LIMIT :limit)
						UNION ALL
						SELECT conversation_id, 'INBOUND', body, received_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
							NULL, NULL, NULL, sid, NULL, NULL, false
						FROM inbound WHERE seller_phone = :phone AND linked_at IS NULL) AS latest
					ORDER BY created_at, id
					""")
			.param("phone", phone.e164())
			.param("limit", limit)
			.query(Messages::message)
			.list();
		var found = this.ways.of(messages.stream().map(Message::id).toList());
		return messages.stream().map((message) -> message.with(found.getOrDefault(message.id(), List.of()))).toList();
	}

	private static Message message(ResultSet rs, int row) throws SQLException {
		return new Message(Sql.uuid(rs, "id"), "OUTBOUND".equals(rs.getString("direction")), rs.getString("body"),
				Sql.instant(rs, "created_at"), label(Sql.wordOrNull(rs, "status", DeliveryStatus.class)),
				label(Sql.wordOrNull(rs, "processed_by", ProcessedBy.class)),
				label(Sql.wordOrNull(rs, "intent", Intent.class)),
				label(Sql.wordOrNull(rs, "ai_intent", AiIntent.class)), rs.getObject("confidence", Double.class),
				rs.getString("classifier"), rs.getString("summary"), label(Sql.wordOrNull(rs, "stage", Stage.class)),
				facts(rs.getString("facts")), rs.getString("promotion"), rs.getString("reply"),
				rs.getString("campaign"), rs.getString("sid"), rs.getString("error_code"), rs.getString("airtable_id"),
				rs.getBoolean("shown"), List.of());
	}

	private static Map<String, String> facts(@Nullable String json) {
		var facts = new LinkedHashMap<String, String>();
		if (json != null) {
			JSON.readTree(json)
				.properties()
				.forEach((fact) -> facts.put(fact.getKey(),
						fact.getValue().isValueNode() ? fact.getValue().asString() : fact.getValue().toString()));
		}
		return facts;
	}

	private static @Nullable String label(@Nullable Labelled word) {
		return (word != null) ? word.label() : null;
	}

	/** Whose thread a message belongs to, if it is an inbound one of that phone. */
	boolean isInbound(UUID id, PhoneNumber phone) {
		return this.jdbc
			.sql("SELECT 1 FROM conversation WHERE id = :id AND seller_phone = :phone AND direction = 'INBOUND'")
			.param("id", id)
			.param("phone", phone.e164())
			.query(Integer.class)
			.optional()
			.isPresent();
	}

}

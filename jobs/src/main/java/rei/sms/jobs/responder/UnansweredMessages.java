package rei.sms.jobs.responder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.Request;
import rei.sms.db.model.ModelReply;
import rei.sms.jobs.rules.Concerns;
import rei.sms.jobs.rules.ReplyFacts;
import rei.sms.jobs.rules.ReplyFacts.Concern;

/**
 * The work-list: the last message of each seller, once everything that the seller wrote
 * has been classified.
 */
@Component
class UnansweredMessages {

	/** All of them; an argument for the limit follows. */
	static final String SQL = """
			SELECT m.*, k.stage AS contact_stage, k.our_number AS thread_number, k.last_human_at,
				k.handed_to_person_at, k.automatic_replies,
				p.name, p.first_name, p.last_name, p.address, p.city, p.state, p.zip, p.market,
				w.engine AS w_engine, w.body AS w_body, w.segments AS w_segments, w.reason AS w_reason,
				ARRAY (SELECT o.body FROM conversation o WHERE o.seller_phone = m.seller_phone
					AND o.direction = 'OUTBOUND' ORDER BY o.created_at DESC LIMIT 50) AS sent,
				ARRAY (SELECT u.body FROM conversation u WHERE u.seller_phone = m.seller_phone
					AND u.direction = 'INBOUND' AND u.reply IS NULL ORDER BY u.received_at DESC LIMIT 20) AS said,
				EXISTS (SELECT 1 FROM suppression s WHERE s.phone = m.seller_phone AND s.lifted_at IS NULL) AS suppressed
			FROM (
				SELECT DISTINCT ON (c.seller_phone) c.id, c.seller_phone, c.our_number, c.body, c.ai_intent, c.intent,
					c.confidence, c.request, c.ai_trigger, c.campaign_id, c.duplicate_of, c.received_at
				FROM conversation c
				WHERE c.direction = 'INBOUND' AND c.classified_at IS NOT NULL AND c.reply IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'answer-sellers' AND p.key = c.id::text)
					AND NOT EXISTS (SELECT 1 FROM conversation u WHERE u.seller_phone = c.seller_phone
						AND u.direction = 'INBOUND' AND u.classified_at IS NULL)
				ORDER BY c.seller_phone, c.received_at DESC, c.id) m
			JOIN contact k ON k.phone = m.seller_phone
			JOIN prospect p ON p.id = k.prospect_id
			LEFT JOIN model_reply w ON w.message_id = m.id
			ORDER BY m.received_at, m.id
			LIMIT ?
			""";

	/** The prospect's columns, by the names that placeholders go by. */
	private static final Map<String, String> FIELDS = Map.of("name", "Name", "first_name", "Owner First Name",
			"last_name", "Owner Last Name", "address", "Property Address", "city", "Property City", "state",
			"Property State", "zip", "Property Zip", "market", "Market");

	private final JdbcClient jdbc;

	private final Clock clock;

	UnansweredMessages(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The first of them. */
	List<Unanswered> first(int limit) {
		return this.jdbc.sql(SQL).param(limit).query(row()).list();
	}

	RowMapper<Unanswered> row() {
		return (rs, row) -> new Unanswered(Sql.uuid(rs, "id"), Sql.phone(rs, "seller_phone"),
				Optional.ofNullable(Sql.phoneOrNull(rs, "our_number")).orElse(Sql.phoneOrNull(rs, "thread_number")),
				rs.getString("body"), Sql.uuidOrNull(rs, "duplicate_of"), Sql.uuidOrNull(rs, "campaign_id"),
				rs.getString("market"), known(rs), Set.copyOf(Sql.words(rs, "sent")), Sql.words(rs, "said"),
				written(rs), facts(rs));
	}

	private static @Nullable ModelReply written(ResultSet rs) throws SQLException {
		var reason = rs.getString("w_reason");
		return (reason == null) ? null : new ModelReply(Sql.wordOrNull(rs, "w_engine", ProcessedBy.class),
				rs.getString("w_body"), rs.getInt("w_segments"), reason);
	}

	private ReplyFacts facts(ResultSet rs) throws SQLException {
		return new ReplyFacts(this.clock.instant(), Sql.word(rs, "ai_intent", AiIntent.class),
				Sql.word(rs, "intent", Intent.class), rs.getDouble("confidence"),
				Sql.wordOrNull(rs, "contact_stage", Stage.class), rs.getBoolean("suppressed"), false,
				rs.getString("body").contains("?"), Sql.word(rs, "request", Request.class) == Request.HELP,
				concerns(rs), lastHuman(rs), rs.getInt("automatic_replies"), rs.getBoolean("ai_trigger"));
	}

	/** A thread in a person's hands is as if that person had just written. */
	private Optional<Instant> lastHuman(ResultSet rs) throws SQLException {
		return (rs.getObject("handed_to_person_at") != null) ? Optional.of(this.clock.instant())
				: Optional.ofNullable(Sql.instantOrNull(rs, "last_human_at"));
	}

	/** One reply goes to all that the seller wrote since our last text. */
	private static Set<Concern> concerns(ResultSet rs) throws SQLException {
		return Sql.words(rs, "said").stream().map(Concerns::in).flatMap(Set::stream).collect(Collectors.toSet());
	}

	private static Map<String, String> known(ResultSet rs) throws SQLException {
		var known = new LinkedHashMap<String, String>();
		for (var field : FIELDS.entrySet()) {
			var value = rs.getString(field.getKey());
			if (value != null) {
				known.put(field.getValue(), value);
			}
		}
		return known;
	}

}

package rei.sms.db.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** The legs of messages' journeys, from the times that every step keeps anyway. */
@Repository
public class Journeys {

	private static final List<String> FACTS = List.of("kind", "campaign", "segments", "rule", "outcome", "status",
			"error_code");

	private static final String LEGS = """
			WITH received AS (
				SELECT c.* FROM conversation c
				WHERE c.direction = 'INBOUND' AND c.created_at > :from AND c.created_at <= :to),
			sent AS (
				SELECT c.*, coalesce(c.in_reply_to, c.id) AS journey FROM conversation c
				WHERE c.direction = 'OUTBOUND' AND c.sent_at > :from AND c.sent_at <= :to),
			leg AS (
				SELECT id AS journey, id AS message, 'inbound' AS name, received_at AS begun, created_at AS ended,
					NULL AS kind, campaign_id AS campaign, NULL::integer AS segments, NULL AS rule, NULL AS outcome,
					request AS status, NULL AS error_code
				FROM received
				UNION ALL
				SELECT id, id, 'classify', created_at, classified_at, classifier, NULL, NULL, NULL, ai_intent, intent, NULL
				FROM received
				UNION ALL
				SELECT r.id, r.id, 'classify', r.created_at, r.classified_at, r.classifier, NULL, NULL, NULL, r.ai_intent,
					r.intent, NULL
				FROM sent s JOIN conversation r ON r.id = s.in_reply_to
				UNION ALL
				SELECT s.journey, s.id, 'answer', r.classified_at, s.created_at, s.processed_by, NULL, NULL, NULL, NULL,
					NULL, NULL
				FROM sent s JOIN conversation r ON r.id = s.in_reply_to
				UNION ALL
				SELECT journey, id, 'outbound', created_at, sent_at, kind, campaign_id, segments, NULL, NULL, NULL, NULL
				FROM sent
				UNION ALL
				SELECT s.journey, s.id, 'call provider', a.decided_at, a.finished_at, NULL, NULL, a.segments, a.rule,
					a.outcome, a.status, a.error_code
				FROM sent s JOIN attempt a ON a.conversation_id = s.id AND a.allowed
				UNION ALL
				SELECT coalesce(c.in_reply_to, c.id), c.id, 'receipt ' || lower(r.normalized), r.received_at, r.applied_at,
					NULL, NULL, NULL, NULL, NULL, r.status, r.error_code
				FROM receipt r
				JOIN attempt a ON a.sid = r.sid
				JOIN conversation c ON c.id = a.conversation_id
				WHERE r.applied_at > :from AND r.applied_at <= :to)
			SELECT DISTINCT ON (journey, message, name, begun) * FROM leg
			WHERE begun IS NOT NULL AND ended IS NOT NULL
			ORDER BY journey, message, name, begun
			""";

	private final JdbcClient jdbc;

	Journeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The legs of texts that were linked, sent or receipted after {@code from}, up to
	 * {@code to}.
	 */
	public List<Leg> legs(Instant from, Instant to) {
		return this.jdbc.sql(LEGS).param("from", Sql.at(from)).param("to", Sql.at(to)).query(Journeys::leg).list();
	}

	/**
	 * Takes the task of telling journeys for half a minute, unless another process has
	 * it; answers whether it is ours.
	 */
	public boolean take(String process, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO note AS n (key, value, updated) VALUES ('journeys are told by', :process, :now)
				ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated = excluded.updated
				WHERE n.value = excluded.value OR n.updated < excluded.updated - interval '30 seconds'
				""").param("process", process).param("now", Sql.at(now)).update() == 1;
	}

	private static Leg leg(ResultSet rs, int row) throws SQLException {
		var begun = Sql.instant(rs, "begun");
		var ended = Sql.instant(rs, "ended");
		return new Leg(Sql.uuid(rs, "journey"), Sql.uuid(rs, "message"), rs.getString("name"), begun,
				ended.isBefore(begun) ? begun : ended, facts(rs));
	}

	private static Map<String, String> facts(ResultSet rs) throws SQLException {
		var facts = new LinkedHashMap<String, String>();
		for (var name : FACTS) {
			var value = rs.getString(name);
			if (value != null) {
				facts.put(name, value);
			}
		}
		return facts;
	}

}

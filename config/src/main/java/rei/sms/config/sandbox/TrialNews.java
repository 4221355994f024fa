package rei.sms.config.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What has happened in a trial so far, read from its tables. */
class TrialNews {

	private final JdbcClient jdbc;

	TrialNews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many texts came how far. */
	Map<String, Long> counts() {
		var counts = new LinkedHashMap<String, Long>();
		this.jdbc.sql("""
				SELECT 'listed' AS word, count(*) FROM campaign_prospect
				UNION ALL SELECT 'queued', count(*) FROM conversation WHERE direction = 'OUTBOUND'
				UNION ALL SELECT 'sent', count(*) FROM attempt WHERE outcome = 'TAKEN'
				UNION ALL SELECT 'delivered', count(*) FROM conversation
					WHERE direction = 'OUTBOUND' AND status = 'DELIVERED'
				UNION ALL SELECT 'failed', count(*) FROM conversation
					WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED')
				""").query((row) -> {
			counts.put(row.getString("word"), row.getLong("count"));
		});
		return counts;
	}

	/** What happened to single sellers, oldest first. */
	List<Event> events() {
		return this.jdbc
			.sql("""
					SELECT id || word AS key, word, phone, detail FROM (
						SELECT id::text, 'reply' AS word, seller_phone AS phone, '' AS detail, received_at AS at
							FROM conversation WHERE direction = 'INBOUND'
						UNION ALL SELECT id::text, 'understood', seller_phone,
								lower(ai_intent) || ', ' || initcap(intent) || coalesce(', ' || replace(lower(stage), '_', ' '), ''), classified_at
							FROM conversation WHERE direction = 'INBOUND' AND ai_intent IS NOT NULL AND classified_at IS NOT NULL
						UNION ALL SELECT id::text, 'answered', seller_phone, 'by ' || replace(lower(processed_by), '_', ' '), sent_at
							FROM conversation WHERE direction = 'OUTBOUND' AND kind <> 'CAMPAIGN' AND sent_at IS NOT NULL
						UNION ALL SELECT id::text, 'lead', phone, 'prospect became lead', created_at FROM lead
						UNION ALL SELECT id::text, event, phone, reason, at FROM suppression_event
						UNION ALL SELECT id::text, 'person', phone, reason, since FROM needs_person) AS event
					ORDER BY at NULLS LAST, word
					""")
			.query((rs, row) -> new Event(rs.getString("key"), rs.getString("word"), rs.getString("phone"),
					rs.getString("detail")))
			.list();
	}

	/**
	 * Something that happened to one seller, once.
	 *
	 * @param key what tells it from all others
	 */
	record Event(String key, String word, String phone, String detail) {
	}

}

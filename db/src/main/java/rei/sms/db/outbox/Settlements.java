package rei.sms.db.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.CountLock;
import rei.sms.db.Sql;
import rei.sms.db.message.MessageSid;

/**
 * What changes once the provider took a text: the log, the contact, and every count, all
 * in one transaction. People's counts are of messages, a number's are of attempts: a text
 * that is tried again is one message, and no longer a failed one.
 */
@Repository
public class Settlements {

	private static final String TAKEN = """
			WITH taken AS MATERIALIZED (
				SELECT * FROM unnest(:ids::uuid[], :sids::text[], :times::timestamptz[], :firsts::boolean[], :agains::boolean[])
					AS t (id, sid, at, first, again))
			""";

	private static final List<String> STATEMENTS = List.of(
			"""
					UPDATE attempt a SET outcome = 'TAKEN', status = 'SENT', sid = t.sid, finished_at = t.at
					FROM taken t
					WHERE a.id = (SELECT max(b.id) FROM attempt b WHERE b.conversation_id = t.id AND b.allowed AND b.sid IS NULL)
					""",
			"""
					UPDATE needs_person n SET resolved_at = t.at, resolution = 'the provider took it'
					FROM taken t
					WHERE n.kind = 'unknown-outcome' AND n.conversation_id = t.id AND n.resolved_at IS NULL AND t.sid IS NOT NULL
					""",
			"""
					UPDATE conversation c SET sid = coalesce(t.sid, c.sid), sent_at = coalesce(c.sent_at, t.at),
						status = CASE c.status WHEN 'DELIVERED' THEN c.status ELSE 'SENT' END,
						our_number = o.our_number, last_retry_at = CASE WHEN o.attempts > 1 THEN t.at END,
						processed_at = coalesce(c.processed_at, t.at), error_code = NULL,
						response_minutes = coalesce(c.response_minutes, round(extract(epoch FROM t.at - coalesce(
							(SELECT i.received_at FROM conversation i WHERE i.id = c.in_reply_to),
							(SELECT min(i.received_at) FROM conversation i
								WHERE o.kind <> 'CAMPAIGN' AND i.seller_phone = c.seller_phone AND i.direction = 'INBOUND'
									AND i.received_at > coalesce(k.last_outbound_at, '-infinity')))) / 60, 1))
					FROM taken t JOIN outbox o ON o.conversation_id = t.id JOIN contact k ON k.phone = o.seller_phone
					WHERE c.id = t.id
					""",
			"""
					UPDATE contact k SET last_outbound_at = s.at, our_number = coalesce(k.our_number, s.our_number),
						last_campaign_at = coalesce(s.campaign_at, k.last_campaign_at),
						last_human_at = coalesce(s.human_at, k.last_human_at),
						stage = CASE WHEN stage_rank(s.asks) > stage_rank(k.stage) THEN s.asks ELSE k.stage END
					FROM (SELECT o.seller_phone, max(t.at) AS at, max(o.our_number) AS our_number,
							max(t.at) FILTER (WHERE o.kind = 'CAMPAIGN') AS campaign_at,
							max(t.at) FILTER (WHERE o.kind = 'MANUAL') AS human_at,
							max(c.stage) FILTER (WHERE c.stage IN ('OWNERSHIP_CONFIRMATION', 'INTEREST_FEELER')) AS asks
						FROM taken t JOIN outbox o ON o.conversation_id = t.id JOIN conversation c ON c.id = t.id
						GROUP BY o.seller_phone) s
					WHERE k.phone = s.seller_phone
					""",
			"""
					UPDATE prospect p SET send_count = p.send_count + s.n, last_activity = greatest(p.last_activity, s.at),
						our_number = coalesce(p.our_number, s.our_number),
						status = CASE WHEN p.status IN ('UNMESSAGED', 'QUEUED') THEN 'MESSAGED' ELSE p.status END
					FROM (SELECT k.prospect_id, count(*) FILTER (WHERE t.first) AS n, max(t.at) AS at,
							max(o.our_number) AS our_number
						FROM taken t JOIN outbox o ON o.conversation_id = t.id JOIN contact k ON k.phone = o.seller_phone
						GROUP BY k.prospect_id) s
					WHERE p.id = s.prospect_id
					""",
			"""
					UPDATE lead l SET sent_count = l.sent_count + s.n, last_activity = greatest(l.last_activity, s.at),
						last_outbound = greatest(l.last_outbound, s.at), failed_count = l.failed_count - s.again,
						last_direction = CASE WHEN s.at >= coalesce(l.last_activity, '-infinity') THEN 'OUTBOUND'
							ELSE l.last_direction END,
						last_message = CASE WHEN s.at >= coalesce(l.last_activity, '-infinity') THEN s.body ELSE l.last_message END,
						last_delivery_status = CASE WHEN s.at >= coalesce(l.last_outbound, '-infinity') THEN s.status
							ELSE l.last_delivery_status END,
						response_minutes = coalesce(s.minutes, l.response_minutes)
					FROM (SELECT c.lead_id, count(*) FILTER (WHERE t.first) AS n, count(*) FILTER (WHERE t.again) AS again,
							max(t.at) AS at, max(c.response_minutes) AS minutes,
							(array_agg(c.body ORDER BY t.at DESC))[1] AS body,
							(array_agg(c.status ORDER BY t.at DESC))[1] AS status
						FROM taken t JOIN conversation c ON c.id = t.id WHERE c.lead_id IS NOT NULL GROUP BY c.lead_id) s
					WHERE l.id = s.lead_id
					""",
			"""
					UPDATE campaign m SET total_sent = m.total_sent + s.n, failed = m.failed - s.again
					FROM (SELECT o.campaign_id, count(*) FILTER (WHERE t.first) AS n, count(*) FILTER (WHERE t.again) AS again
						FROM taken t JOIN outbox o ON o.conversation_id = t.id
						WHERE o.kind = 'CAMPAIGN' GROUP BY o.campaign_id) s
					WHERE m.id = s.campaign_id
					""",
			"""
					UPDATE receipt r SET state = 'PENDING', ref = coalesce(r.ref, t.id)
					FROM taken t WHERE r.sid = t.sid AND r.state = 'WAITING'
					""", """
					DELETE FROM outbox o USING taken t WHERE o.conversation_id = t.id
					""");

	private final JdbcClient jdbc;

	private final CountLock counts;

	Settlements(JdbcClient jdbc, CountLock counts) {
		this.jdbc = jdbc;
		this.counts = counts;
	}

	/** Whether some attempt goes by that SID already. */
	public boolean isKnown(MessageSid sid) {
		return this.jdbc.sql("SELECT 1 FROM attempt WHERE sid = :sid")
			.param("sid", sid.value())
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/** Settles texts as sent; one that is settled already changes nothing. */
	public int taken(List<TakenText> texts) {
		if (texts.isEmpty()) {
			return 0;
		}
		this.counts.take();
		var open = open(texts);
		if (!open.isEmpty()) {
			STATEMENTS.forEach((sql) -> taken(sql, open).update());
		}
		return open.size();
	}

	private List<Open> open(List<TakenText> texts) {
		var asked = texts.stream().map((text) -> new Open(text, false, false)).toList();
		var open = new HashMap<UUID, UnaryOperator<Open>>();
		taken("""
				SELECT t.id, c.sent_at IS NULL AS is_first, c.status IN ('FAILED', 'UNDELIVERED') AS had_failed
				FROM taken t JOIN outbox o ON o.conversation_id = t.id JOIN conversation c ON c.id = t.id
				WHERE NOT EXISTS (SELECT 1 FROM attempt a WHERE a.sid = t.sid)
				ORDER BY t.id FOR UPDATE OF o
				""", asked).query((rs) -> {
			boolean first = rs.getBoolean("is_first");
			boolean again = rs.getBoolean("had_failed");
			open.put(Sql.uuid(rs, "id"), (text) -> new Open(text.text(), first, again));
		});
		return asked.stream()
			.flatMap((text) -> Optional.ofNullable(open.remove(text.text().id()))
				.stream()
				.map((known) -> known.apply(text)))
			.toList();
	}

	private JdbcClient.StatementSpec taken(String sql, List<Open> texts) {
		return this.jdbc.sql(TAKEN + sql)
			.param("ids", texts.stream().map((open) -> open.text().id()).toArray(UUID[]::new))
			.param("sids", texts.stream().map((open) -> sid(open.text())).toArray(String[]::new))
			.param("times", texts.stream().map((open) -> open.text().at().toString()).toArray(String[]::new))
			.param("firsts", texts.stream().map(Open::first).toArray(Boolean[]::new))
			.param("agains", texts.stream().map(Open::again).toArray(Boolean[]::new));
	}

	private static @Nullable String sid(TakenText text) {
		return (text.sid() != null) ? text.sid().value() : null;
	}

	/**
	 * A text that is not settled yet.
	 *
	 * @param first whether it was never taken before
	 * @param again whether it had failed before
	 */
	private record Open(TakenText text, boolean first, boolean again) {
	}

}

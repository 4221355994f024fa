package rei.sms.db.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.contact.PartyKind;
import rei.sms.db.message.MessageSid;

/**
 * The three inbox tables. What is staged under a key that is known already writes
 * nothing.
 */
@Repository
public class Inbox {

	private final JdbcClient jdbc;

	Inbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stages texts from sellers, each SID once, and answers what stands under each SID
	 * now.
	 */
	public Map<MessageSid, Staged> stageInbound(List<InboundMessage> messages) {
		var staged = this.jdbc
			.sql("""
					INSERT INTO inbound (sid, conversation_id, seller_phone, our_number, body, request, received_at, linked_to)
					SELECT DISTINCT ON (m.sid) m.sid, m.conversation_id, m.seller_phone, m.our_number, m.body, m.request,
						m.received_at, CASE WHEN k.lead_id IS NOT NULL THEN 'LEAD' ELSE 'PROSPECT' END
					FROM unnest(:sids::text[], :ids::uuid[], :sellers::text[], :ours::text[], :bodies::text[],
						:requests::text[], :times::timestamptz[])
						AS m (sid, conversation_id, seller_phone, our_number, body, request, received_at)
					LEFT JOIN contact k ON k.phone = m.seller_phone
					ORDER BY m.sid
					ON CONFLICT (sid) DO NOTHING
					RETURNING sid, conversation_id, linked_to, request
					""")
			.param("sids", texts(messages, (message) -> message.sid().value()))
			.param("ids", messages.stream().map(InboundMessage::conversationId).toArray(UUID[]::new))
			.param("sellers", texts(messages, (message) -> message.sellerPhone().e164()))
			.param("ours", texts(messages, (message) -> Sql.orNull(message.ourNumber())))
			.param("bodies", texts(messages, InboundMessage::body))
			.param("requests", texts(messages, (message) -> message.request().name()))
			.param("times", texts(messages, (message) -> message.receivedAt().toString()))
			.query(Inbox::entry)
			.list();
		return withKnown("inbound", "request", staged, messages.stream().map(InboundMessage::sid).toList());
	}

	/**
	 * Stages echoes, each SID once; an echo of a text we are sending takes that text's
	 * conversation.
	 */
	public Map<MessageSid, Staged> stageEchoes(List<OutboundEcho> echoes) {
		var staged = this.jdbc
			.sql("""
					INSERT INTO outbound_echo (sid, conversation_id, seller_phone, our_number, body, campaign, template,
						processed_by, stage, received_at, linked_to)
					SELECT DISTINCT ON (m.sid) m.sid,
						coalesce(known.conversation_id, sending.conversation_id, m.conversation_id),
						m.seller_phone, m.our_number, m.body, m.campaign, m.template, m.processed_by, m.stage, m.received_at,
						CASE WHEN k.lead_id IS NOT NULL THEN 'LEAD' ELSE 'PROSPECT' END
					FROM unnest(:sids::text[], :ids::uuid[], :sellers::text[], :ours::text[], :bodies::text[],
						:campaigns::text[], :templates::text[], :writers::text[], :stages::text[], :times::timestamptz[])
						AS m (sid, conversation_id, seller_phone, our_number, body, campaign, template, processed_by, stage,
							received_at)
					LEFT JOIN contact k ON k.phone = m.seller_phone
					LEFT JOIN attempt known ON known.sid = m.sid
					LEFT JOIN LATERAL (
						SELECT o.conversation_id FROM outbox o JOIN conversation c ON c.id = o.conversation_id
						WHERE o.seller_phone = m.seller_phone AND o.state IN ('SENDING', 'UNKNOWN', 'PERSON')
							AND o.our_number = m.our_number AND c.body = m.body
						ORDER BY o.claimed_at LIMIT 1) sending ON true
					ORDER BY m.sid
					ON CONFLICT (sid) DO NOTHING
					RETURNING sid, conversation_id, linked_to, 'NONE' AS request
					""")
			.param("sids", texts(echoes, (echo) -> echo.sid().value()))
			.param("ids", echoes.stream().map(OutboundEcho::conversationId).toArray(UUID[]::new))
			.param("sellers", texts(echoes, (echo) -> echo.sellerPhone().e164()))
			.param("ours", texts(echoes, (echo) -> echo.ourNumber().e164()))
			.param("bodies", texts(echoes, OutboundEcho::body))
			.param("campaigns", texts(echoes, OutboundEcho::campaign))
			.param("templates", texts(echoes, OutboundEcho::template))
			.param("writers", texts(echoes, (echo) -> Sql.orNull(echo.processedBy())))
			.param("stages", texts(echoes, (echo) -> Sql.orNull(echo.stage())))
			.param("times", texts(echoes, (echo) -> echo.receivedAt().toString()))
			.query(Inbox::entry)
			.list();
		return withKnown("outbound_echo", "'NONE' AS request", staged, echoes.stream().map(OutboundEcho::sid).toList());
	}

	/**
	 * Stages receipts, each SID and word once; one whose word is unknown is kept and
	 * never applied.
	 */
	public void stageReceipts(List<DeliveryReceipt> receipts) {
		this.jdbc
			.sql("""
					INSERT INTO receipt (sid, status, normalized, ref, seller_phone, our_number, error_code, received_at, state)
					SELECT DISTINCT ON (r.sid, r.status) r.sid, r.status, r.normalized, r.ref, r.seller_phone, r.our_number,
						r.error_code, r.received_at, CASE r.normalized WHEN 'UNKNOWN' THEN 'IGNORED' ELSE 'PENDING' END
					FROM unnest(:sids::text[], :words::text[], :statuses::text[], :refs::uuid[], :sellers::text[],
						:ours::text[], :errors::text[], :times::timestamptz[])
						AS r (sid, status, normalized, ref, seller_phone, our_number, error_code, received_at)
					ORDER BY r.sid, r.status
					ON CONFLICT (sid, status) DO NOTHING
					""")
			.param("sids", texts(receipts, (receipt) -> receipt.sid().value()))
			.param("words", texts(receipts, DeliveryReceipt::word))
			.param("statuses", texts(receipts, (receipt) -> receipt.status().map(Enum::name).orElse("UNKNOWN")))
			.param("refs", receipts.stream().map(DeliveryReceipt::ref).toArray(UUID[]::new))
			.param("sellers", texts(receipts, (receipt) -> receipt.sellerPhone().e164()))
			.param("ours", texts(receipts, (receipt) -> receipt.ourNumber().e164()))
			.param("errors", texts(receipts, DeliveryReceipt::errorCode))
			.param("times", texts(receipts, (receipt) -> receipt.receivedAt().toString()))
			.update();
	}

	private Map<MessageSid, Staged> withKnown(String table, String request, List<Map.Entry<MessageSid, Staged>> staged,
			List<MessageSid> sids) {
		var all = new HashMap<MessageSid, Staged>();
		staged.forEach((entry) -> all.put(entry.getKey(), entry.getValue()));
		var known = sids.stream().filter((sid) -> !all.containsKey(sid)).map(MessageSid::value).toArray(String[]::new);
		if (known.length > 0) {
			this.jdbc
				.sql("SELECT sid, conversation_id, linked_to, %s FROM %s WHERE sid = ANY (:sids)".formatted(request,
						table))
				.param("sids", known)
				.query(Inbox::entry)
				.list()
				.forEach((entry) -> all.put(entry.getKey(), entry.getValue()));
		}
		return all;
	}

	private static Map.Entry<MessageSid, Staged> entry(ResultSet rs, int row) throws SQLException {
		return Map.entry(new MessageSid(rs.getString("sid")), new Staged(Sql.uuid(rs, "conversation_id"),
				Sql.word(rs, "linked_to", PartyKind.class), Sql.word(rs, "request", Request.class)));
	}

	private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
		var texts = new @Nullable String[items.size()];
		for (var at = 0; at < texts.length; at++) {
			texts[at] = text.apply(items.get(at));
		}
		return texts;
	}

}

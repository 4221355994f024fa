package rei.sms.db.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;

/** The canonical log, one row a message. */
@Repository
public class Conversations {

	private static final List<String> COUNT_INBOUND = List.of(
			"""
					UPDATE conversation c SET duplicate_of = d.id
					FROM conversation d
					WHERE c.sid = ANY (:sids) AND d.seller_phone = c.seller_phone AND d.direction = 'INBOUND' AND d.body = c.body
						AND d.created_at BETWEEN c.created_at - interval '5 seconds' AND c.created_at
						AND (d.created_at, d.id) < (c.created_at, c.id)
					""",
			"""
					UPDATE contact k SET last_inbound_at = greatest(k.last_inbound_at, s.at),
						our_number = coalesce(k.our_number, s.our_number)
					FROM (SELECT seller_phone, max(received_at) AS at,
							(array_agg(our_number ORDER BY received_at DESC) FILTER (WHERE our_number IS NOT NULL))[1] AS our_number
						FROM conversation WHERE sid = ANY (:sids) GROUP BY seller_phone) s
					WHERE k.phone = s.seller_phone
					""",
			"""
					UPDATE prospect p SET reply_count = p.reply_count + s.n, last_activity = greatest(p.last_activity, s.at),
						market = coalesce(p.market, s.market), our_number = coalesce(p.our_number, s.our_number),
						opt_out = p.opt_out OR s.stopped,
						status = CASE WHEN s.stopped THEN 'OPT_OUT'
							WHEN p.status IN ('UNMESSAGED', 'QUEUED', 'MESSAGED') THEN 'REPLIED' ELSE p.status END
					FROM (SELECT k.prospect_id, count(*) AS n, max(c.received_at) AS at, max(n.market) AS market,
							max(c.our_number) AS our_number, bool_or(c.request IN ('STOP', 'STOP_DOUBTFUL')) AS stopped
						FROM conversation c JOIN contact k ON k.phone = c.seller_phone LEFT JOIN number n ON n.phone = c.our_number
						WHERE c.sid = ANY (:sids) GROUP BY k.prospect_id) s
					WHERE p.id = s.prospect_id
					""",
			"""
					UPDATE lead l SET reply_count = l.reply_count + s.n, last_activity = greatest(l.last_activity, s.at),
						last_inbound = greatest(l.last_inbound, s.at),
						last_direction = CASE WHEN s.at >= coalesce(l.last_activity, '-infinity') THEN 'INBOUND' ELSE l.last_direction END,
						last_message = CASE WHEN s.at >= coalesce(l.last_activity, '-infinity') THEN s.body ELSE l.last_message END,
						opt_out_count = l.opt_out_count + s.stops,
						last_delivery_status = CASE WHEN s.stops > 0 THEN 'OPT_OUT' ELSE l.last_delivery_status END
					FROM (SELECT lead_id, count(*) AS n, max(received_at) AS at,
							count(*) FILTER (WHERE request IN ('STOP', 'STOP_DOUBTFUL')) AS stops,
							(array_agg(body ORDER BY received_at DESC))[1] AS body
						FROM conversation WHERE sid = ANY (:sids) AND lead_id IS NOT NULL GROUP BY lead_id) s
					WHERE l.id = s.lead_id
					""",
			"""
					UPDATE campaign m SET replies = m.replies + s.n, opt_outs = m.opt_outs + s.stops
					FROM (SELECT campaign_id, count(*) AS n,
							count(*) FILTER (WHERE request IN ('STOP', 'STOP_DOUBTFUL')) AS stops
						FROM conversation WHERE sid = ANY (:sids) AND campaign_id IS NOT NULL GROUP BY campaign_id) s
					WHERE m.id = s.campaign_id
					""",
			"""
					UPDATE number n SET opt_out_today = n.opt_out_today + s.stops, opt_out_total = n.opt_out_total + s.stops
					FROM (SELECT our_number, count(*) AS stops FROM conversation
						WHERE sid = ANY (:sids) AND request IN ('STOP', 'STOP_DOUBTFUL') GROUP BY our_number) s
					WHERE n.phone = s.our_number
					""");

	private static final String LATE_STOP = """
			UPDATE conversation SET status = 'OPT_OUT', stage = 'OPT_OUT', request = 'STOP_DOUBTFUL' WHERE id = ANY (:ids)
			""";

	private static final List<String> OPT_OUTS = List.of("""
			UPDATE prospect SET opt_out = true, status = 'OPT_OUT'
			WHERE id IN (SELECT k.prospect_id FROM conversation c JOIN contact k ON k.phone = c.seller_phone
				WHERE c.id = ANY (:ids))
			""", """
			UPDATE lead l SET opt_out_count = l.opt_out_count + s.n, last_delivery_status = 'OPT_OUT'
			FROM (SELECT lead_id, count(*) AS n FROM conversation WHERE id = ANY (:ids) GROUP BY lead_id) s
			WHERE l.id = s.lead_id
			""", """
			UPDATE campaign m SET opt_outs = m.opt_outs + s.n
			FROM (SELECT campaign_id, count(*) AS n FROM conversation WHERE id = ANY (:ids) GROUP BY campaign_id) s
			WHERE m.id = s.campaign_id
			""", """
			UPDATE number o SET opt_out_today = o.opt_out_today + s.n, opt_out_total = o.opt_out_total + s.n
			FROM (SELECT our_number, count(*) AS n FROM conversation WHERE id = ANY (:ids) GROUP BY our_number) s
			WHERE o.phone = s.our_number
			""");

	private final JdbcClient jdbc;

	Conversations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Logs staged inbound messages as conversations of their contacts, who must exist,
	 * and counts them. What is logged already is not logged or counted again.
	 */
	public int logInbound(List<MessageSid> sids, Instant now) {
		var logged = this.jdbc.sql("""
				INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, stage, request,
					prospect_id, lead_id, campaign_id, received_at, created_at, response_minutes)
				SELECT i.conversation_id, i.sid, 'INBOUND', i.seller_phone, i.our_number, i.body,
					CASE WHEN i.request IN ('STOP', 'STOP_DOUBTFUL') THEN 'OPT_OUT' END,
					CASE WHEN i.request IN ('STOP', 'STOP_DOUBTFUL') THEN 'OPT_OUT' ELSE k.stage END, i.request,
					CASE WHEN k.lead_id IS NULL THEN k.prospect_id END, k.lead_id, last.campaign_id, i.received_at,
					i.received_at, round(extract(epoch FROM i.received_at - last.sent_at) / 60, 1)
				FROM inbound i JOIN contact k ON k.phone = i.seller_phone
				LEFT JOIN LATERAL (
					SELECT c.campaign_id, c.sent_at FROM conversation c
					WHERE c.seller_phone = i.seller_phone AND c.direction = 'OUTBOUND' AND c.sent_at <= i.received_at
					ORDER BY c.created_at DESC LIMIT 1) last ON true
				WHERE i.sid = ANY (:sids) AND i.linked_at IS NULL
				ON CONFLICT DO NOTHING
				RETURNING sid
				""").param("sids", texts(sids)).query(String.class).list().toArray(String[]::new);
		for (var sql : COUNT_INBOUND) {
			this.jdbc.sql(sql).param("sids", logged).update();
		}
		this.jdbc.sql("UPDATE inbound SET linked_at = :now WHERE sid = ANY (:sids) AND linked_at IS NULL")
			.param("sids", texts(sids))
			.param("now", Sql.at(now))
			.update();
		return logged.length;
	}

	/** Keeps what messages were understood to mean. */
	public void classify(List<Classified> classified, Instant now) {
		this.jdbc
			.sql("""
					UPDATE conversation c SET ai_intent = s.ai_intent, intent = s.intent,
					stage = CASE WHEN stage_rank(k.stage) > stage_rank(s.stage) THEN k.stage ELSE coalesce(s.stage, c.stage) END,
						confidence = s.confidence, classifier = s.classifier, processed_by = coalesce(s.writer, c.processed_by),
						summary = s.summary, classified_at = :now, processed_at = :now,
						facts = jsonb_strip_nulls(jsonb_build_object('asking_low', s.low, 'asking_high', s.high,
							'write_again', s.again, 'reasons', string_to_array(s.reasons, ','),
							'conditions', string_to_array(s.conditions, ','), 'language', s.language))
					FROM unnest(:ids::uuid[], :aiIntents::text[], :intents::text[], :stages::text[], :confidences::real[],
						:versions::text[], :writers::text[], :summaries::text[], :lows::bigint[], :highs::bigint[],
						:agains::date[], :reasons::text[], :conditions::text[], :languages::text[])
						AS s (id, ai_intent, intent, stage, confidence, classifier, writer, summary, low, high, again,
							reasons, conditions, language), contact k
					WHERE c.id = s.id AND k.phone = c.seller_phone
					""")
			.param("ids", classified.stream().map(Classified::id).toArray(UUID[]::new))
			.param("aiIntents", classified.stream().map((item) -> item.aiIntent().name()).toArray(String[]::new))
			.param("intents", classified.stream().map((item) -> item.intent().name()).toArray(String[]::new))
			.param("stages", classified.stream().map((item) -> Sql.orNull(item.stage())).toArray(String[]::new))
			.param("confidences", classified.stream().map((item) -> (float) item.confidence()).toArray(Float[]::new))
			.param("versions", classified.stream().map(Classified::classifier).toArray(String[]::new))
			.param("writers", classified.stream().map((item) -> Sql.orNull(item.processedBy())).toArray(String[]::new))
			.param("summaries", classified.stream().map(Classified::summary).toArray(String[]::new))
			.param("lows", told(classified, Told::askingLow))
			.param("highs", told(classified, Told::askingHigh))
			.param("agains", told(classified, Told::writeAgain))
			.param("reasons", told(classified, (told) -> String.join(",", told.reasons())))
			.param("conditions", told(classified, (told) -> String.join(",", told.conditions())))
			.param("languages", told(classified, Told::language))
			.param("now", Sql.at(now))
			.update();
	}

	/** Keeps what the promotion rule said of a message. */
	public void notePromotion(UUID id, String outcome) {
		this.jdbc.sql("UPDATE conversation SET promotion = :outcome WHERE id = :id")
			.param("id", id)
			.param("outcome", outcome)
			.update();
	}

	/** Stamps a message with the stage that its contact has reached. */
	public void stampStage(UUID id) {
		this.jdbc.sql("""
				UPDATE conversation c SET stage = k.stage FROM contact k WHERE c.id = :id AND k.phone = c.seller_phone
				""").param("id", id).update();
	}

	/**
	 * Keeps how a seller's last message was answered; what the seller wrote before it is
	 * answered by the same.
	 */
	public void noteReply(UUID id, PhoneNumber sellerPhone, String outcome, Instant now) {
		this.jdbc
			.sql("""
					UPDATE conversation SET reply = CASE id WHEN :id THEN :outcome ELSE 'SUPERSEDED' END, ai_trigger = false,
						processed_at = :now
					WHERE seller_phone = :phone AND direction = 'INBOUND' AND classified_at IS NOT NULL AND reply IS NULL
						AND (received_at, id) <= (SELECT received_at, id FROM conversation WHERE id = :id)
					""")
			.param("id", id)
			.param("phone", sellerPhone.e164())
			.param("outcome", outcome)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Counts requests to stop that only the classifier recognised, as the webhook's are
	 * counted.
	 */
	public void countLateStops(List<UUID> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.sql(LATE_STOP).param("ids", ids.toArray(UUID[]::new)).update();
			countOptOuts(ids);
		}
	}

	/** Counts an opt-out of each message's seller. */
	public void countOptOuts(List<UUID> ids) {
		var messages = ids.toArray(UUID[]::new);
		OPT_OUTS.forEach((sql) -> this.jdbc.sql(sql).param("ids", messages).update());
	}

	/** One fact of each message, in the words that SQL casts. */
	private static @Nullable String[] told(List<Classified> classified, Function<Told, @Nullable Object> fact) {
		return classified.stream()
			.map((item) -> Objects.toString(fact.apply(item.told()), null))
			.toArray(String[]::new);
	}

	private static String[] texts(List<MessageSid> sids) {
		return sids.stream().map(MessageSid::value).toArray(String[]::new);
	}

}

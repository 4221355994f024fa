package rei.sms.db.outbox;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.PhoneNumber;

/**
 * Texts between being written and their fate being known. The conversation's row is there
 * before anything else.
 */
@Repository
public class Outbox {

	private final JdbcClient jdbc;

	Outbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Logs each text as a QUEUED conversation of its contact and queues it; the contact
	 * must exist.
	 */
	public void queue(List<OutboundText> texts, Instant now) {
		bind("""
				WITH text AS (
					SELECT * FROM unnest(:ids::uuid[], :sellers::text[], :ours::text[], :bodies::text[], :kinds::text[],
						:priorities::integer[], :writers::text[], :stages::text[], :campaigns::uuid[], :templates::uuid[],
						:markets::text[], :inReplyTo::uuid[], :segments::integer[], :notBefore::timestamptz[],
						:expiresAt::timestamptz[])
						AS t (id, seller, ours, body, kind, priority, writer, stage, campaign, template, market, in_reply_to,
							segments, not_before, expires_at)),
				logged AS (
					INSERT INTO conversation (id, direction, kind, seller_phone, our_number, body, status, stage, processed_by,
						prospect_id, lead_id, campaign_id, template_version_id, in_reply_to, segments, created_at)
					SELECT t.id, 'OUTBOUND', t.kind, k.phone, t.ours, t.body, 'QUEUED', coalesce(t.stage, k.stage), t.writer,
						CASE WHEN k.lead_id IS NULL THEN k.prospect_id END, k.lead_id, t.campaign, t.template, t.in_reply_to,
						t.segments, :now
					FROM text t JOIN contact k ON k.phone = t.seller)
				INSERT INTO outbox (conversation_id, seller_phone, our_number, campaign_id, market, kind, priority,
					state, not_before, expires_at, segments, queued_at)
				SELECT id, seller, ours, campaign, market, kind, priority, 'QUEUED', not_before, expires_at, segments, :now
				FROM text
				""",
				texts)
			.param("now", Sql.at(now))
			.update();
	}

	private JdbcClient.StatementSpec bind(String sql, List<OutboundText> texts) {
		return this.jdbc.sql(sql)
			.param("ids", column(texts, OutboundText::id))
			.param("sellers", column(texts, OutboundText::sellerPhone))
			.param("ours", column(texts, OutboundText::ourNumber))
			.param("bodies", column(texts, OutboundText::body))
			.param("kinds", column(texts, OutboundText::kind))
			.param("priorities", column(texts, (text) -> text.kind().priority()))
			.param("writers", column(texts, OutboundText::processedBy))
			.param("stages", column(texts, (text) -> Sql.orNull(text.stage())))
			.param("campaigns", column(texts, OutboundText::campaignId))
			.param("templates", column(texts, OutboundText::templateVersionId))
			.param("markets", column(texts, OutboundText::market))
			.param("inReplyTo", column(texts, OutboundText::inReplyTo))
			.param("segments", column(texts, OutboundText::segments))
			.param("notBefore", column(texts, OutboundText::notBefore))
			.param("expiresAt", column(texts, OutboundText::expiresAt));
	}

	/** One value of each text, in the words that SQL casts. */
	private static @Nullable String[] column(List<OutboundText> texts, Function<OutboundText, @Nullable Object> value) {
		return texts.stream().map(value).map((word) -> Objects.toString(word, null)).toArray(String[]::new);
	}

	/**
	 * Claims texts for sending from {@code ourNumber}: committed before the provider is
	 * called.
	 */
	public void claim(UUID id, PhoneNumber ourNumber, Instant now) {
		claim(Map.of(id, ourNumber), now);
	}

	/** Claims texts for sending, each from its number. */
	public void claim(Map<UUID, PhoneNumber> texts, Instant now) {
		this.jdbc.sql("""
				UPDATE outbox o SET state = 'SENDING', our_number = t.ours, attempts = attempts + 1, claimed_at = :now,
					reason = NULL, in_row = false
				FROM unnest(:ids::uuid[], :ours::text[]) AS t (id, ours)
				WHERE conversation_id = t.id AND state = 'QUEUED'
				""")
			.param("ids", texts.keySet().toArray(UUID[]::new))
			.param("ours", texts.values().stream().map(PhoneNumber::e164).toArray(String[]::new))
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Gives all texts that wait for the same full minute times of their own, one after
	 * the other, replies first: they come due as fast as the minute has room.
	 */
	public void spread(FullMinute minute, Instant now) {
		this.jdbc
			.sql("""
					WITH waiting AS (
						SELECT conversation_id, priority, not_before, segments, reason FROM outbox
						WHERE state = 'QUEUED' AND not_before <= :now AND (:ours::text IS NULL OR our_number = :ours)
						FOR UPDATE SKIP LOCKED),
					turn AS (
						SELECT conversation_id, reason,
							sum(segments) OVER (ORDER BY priority, not_before, conversation_id) - segments AS ahead
						FROM waiting),
					moved AS (
						UPDATE outbox o SET reason = :reason, in_row = true,
							not_before = :from::timestamptz + turn.ahead * make_interval(secs => :spacing)
						FROM turn WHERE o.conversation_id = turn.conversation_id
						RETURNING o.*, turn.reason AS reason_before)
					INSERT INTO attempt (conversation_id, seller_phone, our_number, decided_at, allowed, rule, reason,
						rule_version, next_at, segments)
					SELECT conversation_id, seller_phone, our_number, :now, false, :rule, reason, :version, not_before, segments
					FROM moved WHERE reason_before IS DISTINCT FROM reason
					""")
			.param("ours", Sql.orNull(minute.ours()), Types.VARCHAR)
			.param("from", Sql.at(minute.from()))
			.param("spacing", minute.spacing().toNanos() / 1e9)
			.param("rule", minute.rule())
			.param("reason", minute.reason())
			.param("version", minute.ruleVersion())
			.param("now", Sql.at(now))
			.update();
	}

	/** Puts a text off until {@code notBefore}, with the reason that people see. */
	public void putOff(UUID id, Instant notBefore, String reason) {
		this.jdbc.sql("""
				UPDATE outbox SET state = 'QUEUED', not_before = :notBefore, reason = :reason, in_row = false
				WHERE conversation_id = :id
				""").param("id", id).param("notBefore", Sql.at(notBefore)).param("reason", reason).update();
	}

	/** Leaves a text to the retry job from {@code notBefore} on. */
	public void retryAt(UUID id, Instant notBefore, String reason) {
		this.jdbc.sql("""
				UPDATE outbox SET state = 'RETRY', not_before = :notBefore, reason = :reason WHERE conversation_id = :id
				""").param("id", id).param("notBefore", Sql.at(notBefore)).param("reason", reason).update();
	}

	/** Gives a claimed text back that surely never left: that was no attempt. */
	public void giveBack(UUID id, Instant notBefore, String reason) {
		this.jdbc.sql("""
				UPDATE outbox SET state = 'QUEUED', not_before = :notBefore, reason = :reason,
					attempts = greatest(0, attempts - 1)
				WHERE conversation_id = :id AND state = 'SENDING'
				""").param("id", id).param("notBefore", Sql.at(notBefore)).param("reason", reason).update();
	}

	/** Marks a text whose fate nobody knows. */
	public void unknown(UUID id, String reason) {
		this.jdbc.sql("""
				UPDATE outbox SET state = 'UNKNOWN', reason = :reason
				WHERE conversation_id = :id AND state IN ('SENDING', 'UNKNOWN')
				""").param("id", id).param("reason", reason).update();
	}

	/** Leaves a text whose fate stays unknown to a person. */
	public void toPerson(UUID id) {
		this.jdbc.sql("""
				UPDATE outbox SET state = 'PERSON' WHERE conversation_id = :id AND state IN ('SENDING', 'UNKNOWN')
				""").param("id", id).update();
	}

	/**
	 * Takes a text out that will never go, with the status and the reason that people
	 * see.
	 */
	public void close(UUID id, DeliveryStatus status, String reason) {
		end(id, status, reason);
	}

	/** Answers what the message showed before, if that could still change. */
	private Optional<DeliveryStatus> end(UUID id, DeliveryStatus status, String reason) {
		var before = this.jdbc.sql("""
				UPDATE conversation c SET status = :status, error_code = :reason
				FROM (SELECT id, status FROM conversation WHERE id = :id FOR UPDATE) was
				WHERE c.id = was.id AND was.status IN ('QUEUED', 'SENT', 'FAILED', 'UNDELIVERED')
				RETURNING was.status AS before
				""")
			.param("id", id)
			.param("status", status.name())
			.param("reason", reason)
			.query((rs, row) -> Sql.word(rs, "before", DeliveryStatus.class))
			.optional();
		remove(id);
		return before;
	}

	/** Takes a text out that the provider refused for good, and counts the failure. */
	public void fail(UUID id, PhoneNumber ourNumber, String code) {
		var before = end(id, DeliveryStatus.FAILED, code);
		this.jdbc.sql(
				"UPDATE number SET failed_today = failed_today + 1, failed_total = failed_total + 1 WHERE phone = :ours")
			.param("ours", ourNumber.e164())
			.update();
		if (before.filter((status) -> status == DeliveryStatus.QUEUED || status == DeliveryStatus.SENT).isPresent()) {
			countFailed(id);
		}
	}

	/** A message that had failed before is counted. */
	private void countFailed(UUID id) {
		this.jdbc.sql("""
				UPDATE lead SET failed_count = failed_count + 1, last_delivery_status = 'FAILED'
				WHERE id = (SELECT lead_id FROM conversation WHERE id = :id)
				""").param("id", id).update();
		this.jdbc.sql("""
				UPDATE campaign SET failed = failed + 1
				WHERE id = (SELECT campaign_id FROM conversation WHERE id = :id AND kind = 'CAMPAIGN')
				""").param("id", id).update();
	}

	/** Takes back from its number's counts a text that did not go. */
	public void uncount(PhoneNumber ourNumber) {
		this.jdbc.sql("""
				UPDATE number SET sent_today = greatest(0, sent_today - 1), sent_total = greatest(0, sent_total - 1)
				WHERE phone = :ours
				""").param("ours", ourNumber.e164()).update();
	}

	/** Takes a text out: it went, or it never will. */
	public boolean remove(UUID id) {
		return this.jdbc.sql("DELETE FROM outbox WHERE conversation_id = :id").param("id", id).update() == 1;
	}

	/**
	 * Puts {@code text} in the place of a reply to the same phone that has not gone yet:
	 * several texts of a seller get one reply, to the last (decision 37).
	 * @return whether there was one
	 */
	public boolean replaceReply(OutboundText text) {
		return this.jdbc
			.sql("""
					WITH waiting AS (
						UPDATE outbox SET segments = :segments, not_before = :notBefore, our_number = :ours
						WHERE conversation_id = (
							SELECT conversation_id FROM outbox
							WHERE seller_phone = :seller AND kind = 'REPLY' AND state = 'QUEUED'
							ORDER BY queued_at LIMIT 1 FOR UPDATE SKIP LOCKED)
						RETURNING conversation_id)
					UPDATE conversation SET body = :body, in_reply_to = :inReplyTo, processed_by = :processedBy,
						stage = coalesce(:stage, stage), template_version_id = :template, segments = :segments, our_number = :ours
					FROM waiting WHERE id = waiting.conversation_id
					""")
			.param("seller", text.sellerPhone().e164())
			.param("ours", Sql.orNull(text.ourNumber()))
			.param("segments", text.segments())
			.param("notBefore", Sql.at(text.notBefore()))
			.param("body", text.body())
			.param("inReplyTo", text.inReplyTo())
			.param("processedBy", text.processedBy().name())
			.param("stage", Sql.orNull(text.stage()))
			.param("template", text.templateVersionId())
			.update() == 1;
	}

	/** Puts a text that failed in passing back for the retry job; it keeps its number. */
	public void takeUpAgain(UUID id, int attempts, Instant notBefore, String reason, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO outbox (conversation_id, seller_phone, our_number, campaign_id, market, kind, priority, state,
						not_before, attempts, segments, reason, queued_at)
					SELECT id, seller_phone, our_number, campaign_id, NULL, coalesce(kind, 'MANUAL'),
						CASE kind WHEN 'CAMPAIGN' THEN 5 WHEN 'REPLY' THEN 1 ELSE 2 END, 'RETRY', :notBefore, :attempts,
						coalesce(segments, 1), :reason, :now
					FROM conversation WHERE id = :id
					ON CONFLICT (conversation_id) DO NOTHING
					""")
			.param("id", id)
			.param("attempts", attempts)
			.param("notBefore", Sql.at(notBefore))
			.param("reason", reason)
			.param("now", Sql.at(now))
			.update();
	}

	/** Lets up to {@code limit} texts whose back-off is over queue at the gate again. */
	public int requeueRetries(int limit, Instant now) {
		return this.jdbc.sql("""
				UPDATE outbox SET state = 'QUEUED' WHERE conversation_id IN (
					SELECT conversation_id FROM outbox WHERE state = 'RETRY' AND not_before <= :now
					ORDER BY not_before LIMIT :limit FOR UPDATE SKIP LOCKED)
				""").param("limit", limit).param("now", Sql.at(now)).update();
	}

}

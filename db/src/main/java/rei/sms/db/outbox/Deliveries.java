package rei.sms.db.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;

/**
 * How far texts got, and every count that depends on it: each is counted once, in
 * whatever order receipts come.
 */
@Repository
public class Deliveries {

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The attempt under that SID, locked for the caller's transaction. */
	public Optional<Delivery> find(MessageSid sid) {
		return this.jdbc.sql("""
				SELECT a.id, a.conversation_id, a.seller_phone, a.our_number, a.status,
					NOT EXISTS (SELECT 1 FROM attempt b WHERE b.conversation_id = a.conversation_id AND b.id > a.id
						AND b.allowed AND b.outcome IS DISTINCT FROM 'NOT_SENT') AS latest,
					(SELECT count(*) FROM attempt b WHERE b.conversation_id = a.conversation_id AND b.allowed
						AND b.outcome IS DISTINCT FROM 'NOT_SENT') AS attempts
				FROM attempt a WHERE a.sid = :sid FOR UPDATE OF a
				""")
			.param("sid", sid.value())
			.query((rs, row) -> new Delivery(rs.getLong("id"), Sql.uuid(rs, "conversation_id"),
					Sql.phone(rs, "seller_phone"), Sql.phoneOrNull(rs, "our_number"),
					Sql.word(rs, "status", DeliveryStatus.class), rs.getBoolean("latest"), rs.getInt("attempts")))
			.optional();
	}

	/**
	 * Whether a text of that id is on its way and its last attempt's SID not known yet,
	 * though it may wait for a new attempt by now.
	 */
	public boolean awaitsSid(UUID conversationId) {
		return this.jdbc.sql("""
				SELECT 1 FROM outbox o WHERE conversation_id = :id AND (state IN ('SENDING', 'UNKNOWN', 'PERSON')
					OR (SELECT sid IS NULL FROM attempt a WHERE a.conversation_id = o.conversation_id AND a.allowed
						ORDER BY id DESC LIMIT 1))
				""").param("id", conversationId).query(Integer.class).optional().isPresent();
	}

	/**
	 * Gives a text its SID that a person settled as sent without one, and has the
	 * receipts applied that wait for it; answers whether there was one.
	 */
	public boolean takeSid(UUID conversationId, MessageSid sid) {
		boolean taken = this.jdbc.sql("""
				UPDATE attempt SET sid = :sid WHERE id = (
					SELECT max(id) FROM attempt
					WHERE conversation_id = :id AND allowed AND outcome = 'TAKEN' AND sid IS NULL)
				""").param("id", conversationId).param("sid", sid.value()).update() == 1;
		if (taken) {
			this.jdbc.sql("UPDATE conversation SET sid = :sid WHERE id = :id AND sid IS NULL")
				.param("id", conversationId)
				.param("sid", sid.value())
				.update();
			this.jdbc.sql("UPDATE receipt SET state = 'PENDING' WHERE sid = :sid AND state = 'WAITING'")
				.param("sid", sid.value())
				.update();
		}
		return taken;
	}

	/** Moves an attempt forward to {@code status} and counts it. */
	public void move(Delivery delivery, DeliveryStatus status, @Nullable String errorCode, Instant at) {
		this.jdbc.sql("""
				UPDATE attempt SET status = :status, error_code = coalesce(:error, error_code) WHERE id = :attempt
				""")
			.param("attempt", delivery.attempt())
			.param("status", status.name())
			.param("error", errorCode)
			.update();
		if (delivery.latest() || status == DeliveryStatus.DELIVERED) {
			show(delivery, status, errorCode, at)
				.ifPresent((before) -> count(delivery.conversationId(), before, status));
		}
		if (status == DeliveryStatus.DELIVERED) {
			this.jdbc.sql("DELETE FROM outbox WHERE conversation_id = :id AND state IN ('RETRY', 'QUEUED')")
				.param("id", delivery.conversationId())
				.update();
		}
		countOfNumber(delivery, status);
	}

	/**
	 * Shows it on the message, unless an earlier attempt was delivered; answers what the
	 * message showed before.
	 */
	private Optional<DeliveryStatus> show(Delivery delivery, DeliveryStatus status, @Nullable String errorCode,
			Instant at) {
		this.jdbc.sql("""
				UPDATE lead l SET last_delivery_status = :status
				FROM conversation c
				WHERE c.id = :id AND l.id = c.lead_id AND l.last_delivery_status IS DISTINCT FROM 'OPT_OUT'
					AND c.status <> 'DELIVERED'
					AND NOT EXISTS (SELECT 1 FROM conversation later WHERE later.seller_phone = c.seller_phone
						AND later.direction = 'OUTBOUND' AND later.sent_at > c.sent_at)
				""").param("id", delivery.conversationId()).param("status", status.name()).update();
		return this.jdbc
			.sql("""
					UPDATE conversation c SET status = :status, error_code = CASE :status WHEN 'DELIVERED' THEN NULL ELSE :error END,
						delivered_at = CASE :status WHEN 'DELIVERED' THEN :at ELSE c.delivered_at END
					FROM (SELECT id, status FROM conversation WHERE id = :id FOR UPDATE) was
					WHERE c.id = was.id AND was.status <> 'DELIVERED'
					RETURNING was.status AS before
					""")
			.param("id", delivery.conversationId())
			.param("status", status.name())
			.param("error", errorCode)
			.param("at", Sql.at(at))
			.query((rs, row) -> Sql.word(rs, "before", DeliveryStatus.class))
			.optional();
	}

	/** The lead and the campaign count a message by what it shows. */
	private void count(UUID conversation, DeliveryStatus before, DeliveryStatus now) {
		int delivered = (now == DeliveryStatus.DELIVERED) ? 1 : 0;
		int failed = (isFailure(now) ? 1 : 0) - (isFailure(before) ? 1 : 0);
		this.jdbc.sql("""
				UPDATE lead SET delivered_count = delivered_count + :delivered, failed_count = failed_count + :failed
				WHERE id = (SELECT lead_id FROM conversation WHERE id = :id)
				""").param("id", conversation).param("delivered", delivered).param("failed", failed).update();
		if (failed != 0) {
			this.jdbc.sql("""
					UPDATE campaign SET failed = failed + :failed
					WHERE id = (SELECT campaign_id FROM conversation WHERE id = :id AND kind = 'CAMPAIGN')
					""").param("id", conversation).param("failed", failed).update();
		}
	}

	/** A number counts each attempt. */
	private void countOfNumber(Delivery delivery, DeliveryStatus now) {
		int delivered = (now == DeliveryStatus.DELIVERED) ? 1 : 0;
		int failed = (isFailure(now) ? 1 : 0) - (isFailure(delivery.status()) ? 1 : 0);
		this.jdbc
			.sql("""
					UPDATE number SET delivered_today = delivered_today + :delivered, delivered_total = delivered_total + :delivered,
						failed_today = greatest(0, failed_today + :failed), failed_total = failed_total + :failed
					WHERE phone = :ours AND (:delivered <> 0 OR :failed <> 0)
					""")
			.param("ours", Sql.orNull(delivery.ourNumber()))
			.param("delivered", delivered)
			.param("failed", failed)
			.update();
	}

	/**
	 * Notes what became of a receipt: {@code APPLIED}, {@code WAITING} for its SID, or
	 * {@code IGNORED}.
	 */
	public void note(MessageSid sid, String word, String state, Instant at) {
		this.jdbc.sql("UPDATE receipt SET state = :state, applied_at = :at WHERE sid = :sid AND status = :word")
			.param("sid", sid.value())
			.param("word", word)
			.param("state", state)
			.param("at", Sql.at(at))
			.update();
	}

	private static boolean isFailure(DeliveryStatus status) {
		return status == DeliveryStatus.FAILED || status == DeliveryStatus.UNDELIVERED;
	}

}

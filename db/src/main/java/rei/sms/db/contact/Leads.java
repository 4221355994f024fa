package rei.sms.db.contact;

import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/** Sellers with true interest: one lead a phone. */
@Repository
public class Leads {

	private static final String COUNTED = """
			SELECT count(*) FILTER (WHERE direction = 'OUTBOUND' AND sent_at IS NOT NULL) AS sent,
				count(*) FILTER (WHERE direction = 'INBOUND') AS replies,
				count(*) FILTER (WHERE status = 'DELIVERED') AS delivered,
				count(*) FILTER (WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED')) AS failed,
				max(received_at) AS inbound, max(sent_at) AS outbound,
				(array_agg(body ORDER BY coalesce(sent_at, received_at) DESC)
					FILTER (WHERE coalesce(sent_at, received_at) IS NOT NULL))[1] AS body,
				(array_agg(direction ORDER BY coalesce(sent_at, received_at) DESC)
					FILTER (WHERE coalesce(sent_at, received_at) IS NOT NULL))[1] AS direction,
				(array_agg(status ORDER BY created_at DESC) FILTER (WHERE sent_at IS NOT NULL
					OR (direction = 'OUTBOUND' AND status <> 'QUEUED')))[1] AS status,
				(array_agg(campaign_id ORDER BY created_at DESC) FILTER (WHERE campaign_id IS NOT NULL))[1] AS campaign_id,
				(array_agg(response_minutes ORDER BY created_at DESC)
					FILTER (WHERE direction = 'OUTBOUND' AND response_minutes IS NOT NULL))[1] AS minutes
			FROM conversation WHERE seller_phone = :phone
			""";

	private final JdbcClient jdbc;

	Leads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes a contact a lead, with the counts of all its messages so far, and links every
	 * message to the lead instead of the prospect. Who is a lead already only has stray
	 * messages linked.
	 * @return whether a lead was made
	 */
	public boolean promote(PhoneNumber phone, LeadStatus status, Instant now) {
		var id = UUID.randomUUID();
		var made = this.jdbc
			.sql("""
					WITH counted AS (%s)
					INSERT INTO lead (id, phone, prospect_id, campaign_id, status, source, sent_count, reply_count,
						delivered_count, failed_count, last_activity, last_inbound, last_outbound, last_direction,
						last_delivery_status, last_message, response_minutes, created_at)
					SELECT :id, k.phone, k.prospect_id, c.campaign_id, :status, coalesce(m.name, p.source_list, 'SMS'), c.sent,
						c.replies, c.delivered, c.failed, greatest(c.inbound, c.outbound), c.inbound, c.outbound, c.direction,
						c.status, c.body, c.minutes, :now
					FROM contact k CROSS JOIN counted c JOIN prospect p ON p.id = k.prospect_id
					LEFT JOIN campaign m ON m.id = c.campaign_id
					WHERE k.phone = :phone AND k.lead_id IS NULL
					ON CONFLICT (phone) DO NOTHING
					"""
				.formatted(COUNTED))
			.param("id", id)
			.param("phone", phone.e164())
			.param("status", status.name())
			.param("now", Sql.at(now))
			.update() == 1;
		if (made) {
			this.jdbc.sql("UPDATE contact SET lead_id = :id WHERE phone = :phone")
				.param("id", id)
				.param("phone", phone.e164())
				.update();
			this.jdbc.sql("""
					UPDATE prospect SET status = CASE status WHEN 'OPT_OUT' THEN status ELSE 'LEAD_CREATED' END
					WHERE id = (SELECT prospect_id FROM contact WHERE phone = :phone)
					""").param("phone", phone.e164()).update();
			this.jdbc.sql("""
					UPDATE campaign SET leads = leads + 1 WHERE id = (SELECT campaign_id FROM lead WHERE id = :id)
					""").param("id", id).update();
		}
		relink(phone);
		return made;
	}

	/** Links every message of a lead's phone to the lead. */
	public void relink(PhoneNumber phone) {
		this.jdbc.sql("""
				UPDATE conversation c SET lead_id = k.lead_id, prospect_id = NULL
				FROM contact k WHERE k.phone = :phone AND k.lead_id IS NOT NULL AND c.seller_phone = k.phone
					AND c.lead_id IS DISTINCT FROM k.lead_id
				""").param("phone", phone.e164()).update();
	}

}

package rei.sms.db.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.Campaigns;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.OutboundEcho;

/**
 * Word that a text went out: it settles ours, and logs one that was sent by other means.
 */
@Repository
public class Echoes {

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Attempts attempts;

	private final Settlements settlements;

	private final Deliveries deliveries;

	private final Campaigns campaigns;

	Echoes(JdbcClient jdbc, Outbox outbox, Attempts attempts, Settlements settlements, Deliveries deliveries,
			Campaigns campaigns) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.attempts = attempts;
		this.settlements = settlements;
		this.deliveries = deliveries;
		this.campaigns = campaigns;
	}

	/**
	 * Settles or logs what an echo speaks of, whose contact must exist; a SID that is
	 * known already changes nothing.
	 */
	public void settleOrLog(OutboundEcho echo) {
		if (!isKnown(echo)) {
			settle(conversation(echo), echo);
		}
		this.jdbc.sql("UPDATE outbound_echo SET linked_at = :at WHERE sid = :sid")
			.param("sid", echo.sid().value())
			.param("at", Sql.at(echo.receivedAt()))
			.update();
	}

	private UUID conversation(OutboundEcho echo) {
		return isOurs(echo.conversationId()) ? echo.conversationId() : ofUnknownFate(echo).orElseGet(() -> log(echo));
	}

	/** What a person settled as sent only lacks its SID. */
	private void settle(UUID conversation, OutboundEcho echo) {
		if (!this.deliveries.takeSid(conversation, echo.sid())) {
			this.settlements.taken(List.of(new TakenText(conversation, echo.sid(), echo.receivedAt())));
		}
	}

	/**
	 * The same words of ours whose last attempt ended without a SID, whatever a person
	 * said of it since.
	 */
	private Optional<UUID> ofUnknownFate(OutboundEcho echo) {
		return this.jdbc
			.sql("""
					SELECT c.id FROM conversation c
					WHERE c.seller_phone = :seller AND c.direction = 'OUTBOUND' AND c.our_number = :ours AND c.body = :body
						AND c.sid IS NULL AND c.status IN ('QUEUED', 'SENT') AND c.created_at > :at::timestamptz - interval '3 days'
						AND (SELECT a.sid IS NULL FROM attempt a WHERE a.conversation_id = c.id AND a.allowed
							ORDER BY a.id DESC LIMIT 1)
					ORDER BY c.created_at LIMIT 1
					""")
			.param("seller", echo.sellerPhone().e164())
			.param("ours", echo.ourNumber().e164())
			.param("body", echo.body())
			.param("at", Sql.at(echo.receivedAt()))
			.query(UUID.class)
			.optional();
	}

	private UUID log(OutboundEcho echo) {
		var campaign = Optional.ofNullable(echo.campaign())
			.flatMap(this.campaigns::named)
			.map(Campaign::id)
			.orElse(null);
		var writer = Optional.ofNullable(echo.processedBy())
			.orElse((echo.campaign() != null) ? ProcessedBy.CAMPAIGN_RUNNER : ProcessedBy.MANUAL);
		var kind = (writer == ProcessedBy.CAMPAIGN_RUNNER) ? TextKind.CAMPAIGN
				: (writer == ProcessedBy.MANUAL) ? TextKind.MANUAL : TextKind.REPLY;
		this.outbox.queue(
				List.of(new OutboundText(echo.conversationId(), echo.sellerPhone(), echo.ourNumber(), echo.body(), kind,
						writer, echo.stage(), campaign, templateVersion(echo), null, null, 1, echo.receivedAt(), null)),
				echo.receivedAt());
		this.outbox.claim(echo.conversationId(), echo.ourNumber(), echo.receivedAt());
		this.attempts.record(List.of(new Decided(echo.conversationId(), echo.sellerPhone(), echo.ourNumber(),
				echo.receivedAt(), true, "external", "sent by other means", "-", null, null, 1)));
		return echo.conversationId();
	}

	private @Nullable UUID templateVersion(OutboundEcho echo) {
		return this.jdbc.sql("""
				SELECT v.id FROM template_version v JOIN template t ON t.id = v.template_id
				WHERE t.airtable_id = :template ORDER BY number DESC LIMIT 1
				""").param("template", echo.template()).query(UUID.class).optional().orElse(null);
	}

	private boolean isKnown(OutboundEcho echo) {
		return exists("SELECT 1 FROM attempt WHERE sid = :key", echo.sid().value());
	}

	private boolean isOurs(UUID conversation) {
		return exists("SELECT 1 FROM conversation WHERE id = :key", conversation);
	}

	private boolean exists(String sql, Object key) {
		return this.jdbc.sql(sql).param("key", key).query(Integer.class).optional().isPresent();
	}

}

package rei.sms.db.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.operations.PersonList;

/** Replies that wait for a person's press; one for each seller, to the last message. */
@Repository
public class Suggestions {

	/**
	 * The kind under which a suggested reply stands on the list of what waits for a
	 * person.
	 */
	private static final String KIND = "reply";

	private static final String CURRENT = """
			NOT EXISTS (SELECT 1 FROM conversation later WHERE later.seller_phone = c.seller_phone
				AND later.direction = 'INBOUND' AND (later.received_at, later.id) > (c.received_at, c.id))
			""";

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final PersonList people;

	Suggestions(JdbcClient jdbc, Outbox outbox, PersonList people) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.people = people;
	}

	/**
	 * Keeps a suggestion within the caller's transaction; the seller's earlier one is
	 * superseded.
	 */
	public void keep(Suggestion suggestion) {
		supersede(suggestion);
		this.jdbc
			.sql("""
					INSERT INTO suggestion (message_id, seller_phone, our_number, body, segments, writer, stage, campaign_id, market,
						template, suggested_at)
					VALUES (:message, :seller, :ours, :body, :segments, :writer, :stage, :campaign, :market, :template, :now)
					ON CONFLICT (message_id) DO NOTHING
					""")
			.param("message", suggestion.messageId())
			.param("seller", suggestion.sellerPhone().e164())
			.param("ours", Sql.orNull(suggestion.ourNumber()))
			.param("body", suggestion.body())
			.param("segments", suggestion.segments())
			.param("writer", suggestion.writer().name())
			.param("stage", Sql.orNull(suggestion.stage()))
			.param("campaign", suggestion.campaignId())
			.param("market", suggestion.market())
			.param("template", suggestion.template())
			.param("now", Sql.at(suggestion.suggestedAt()))
			.update();
	}

	private void supersede(Suggestion later) {
		this.jdbc.sql("""
				UPDATE suggestion SET decided_at = :now, decision = 'SUPERSEDED'
				WHERE seller_phone = :seller AND message_id <> :message AND decided_at IS NULL
				RETURNING message_id
				""")
			.param("seller", later.sellerPhone().e164())
			.param("message", later.messageId())
			.param("now", Sql.at(later.suggestedAt()))
			.query(UUID.class)
			.list()
			.forEach((message) -> this.people.resolve(KIND, message, "superseded", later.suggestedAt()));
	}

	/** What waits, oldest first; not those whose seller has written again. */
	public List<Suggestion> open(int limit) {
		return this.jdbc.sql("""
				SELECT s.* FROM suggestion s JOIN conversation c ON c.id = s.message_id
				WHERE s.decided_at IS NULL AND %s ORDER BY s.suggested_at, s.message_id LIMIT :limit
				""".formatted(CURRENT)).param("limit", limit).query(Suggestions::suggestion).list();
	}

	/**
	 * Queues the reply as it was suggested; the gate still has the last word.
	 * @return the text's id, or empty when nothing waits under this message any more
	 */
	@Transactional
	public Optional<UUID> accept(UUID message, Instant now) {
		var text = UUID.randomUUID();
		var accepted = this.jdbc
			.sql("""
					UPDATE suggestion s SET decided_at = :now, decision = 'ACCEPTED', text_id = :text
					FROM conversation c WHERE s.message_id = :message AND s.decided_at IS NULL AND c.id = s.message_id AND %s
					RETURNING s.*
					"""
				.formatted(CURRENT))
			.param("message", message)
			.param("text", text)
			.param("now", Sql.at(now))
			.query(Suggestions::suggestion)
			.optional();
		accepted.ifPresent((suggestion) -> {
			this.outbox.queue(List.of(suggestion.text(text, now)), now);
			this.people.resolve(KIND, message, "the suggested reply was sent", now);
		});
		return accepted.map((suggestion) -> text);
	}

	/**
	 * Drops a suggestion.
	 * @return whether one waited
	 */
	@Transactional
	public boolean dismiss(UUID message, Instant now) {
		var dismissed = this.jdbc.sql("""
				UPDATE suggestion SET decided_at = :now, decision = 'DISMISSED'
				WHERE message_id = :message AND decided_at IS NULL
				""").param("message", message).param("now", Sql.at(now)).update() == 1;
		if (dismissed) {
			this.people.resolve(KIND, message, "the suggested reply was dismissed", now);
		}
		return dismissed;
	}

	private static Suggestion suggestion(ResultSet rs, int row) throws SQLException {
		return new Suggestion(Sql.uuid(rs, "message_id"), Sql.phone(rs, "seller_phone"),
				Sql.phoneOrNull(rs, "our_number"), rs.getString("body"), rs.getInt("segments"),
				Sql.word(rs, "writer", ProcessedBy.class), Sql.wordOrNull(rs, "stage", Stage.class),
				Sql.uuidOrNull(rs, "campaign_id"), rs.getString("market"), rs.getString("template"),
				Sql.instant(rs, "suggested_at"));
	}

}

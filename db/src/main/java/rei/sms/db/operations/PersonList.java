package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/**
 * What waits for a person: unknown outcomes, doubtful stops, sellers that the engine must
 * not answer itself.
 */
@Repository
public class PersonList {

	/** The kind of a text that may or may not have gone. */
	public static final String UNKNOWN_OUTCOME = "unknown-outcome";

	/** The kind of a message that may ask us to stop and was taken for one that does. */
	public static final String DOUBTFUL_STOP = "doubtful-stop";

	/** Why such a message waits for a person. */
	public static final String HONOURED_IN_DOUBT = "may be a stop request and is honoured as one; only START lifts it";

	private final JdbcClient jdbc;

	PersonList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Puts a conversation before a person, once for each kind. */
	public void add(String kind, UUID conversationId, PhoneNumber phone, String reason, @Nullable String suggestion,
			Instant now) {
		this.jdbc.sql("""
				INSERT INTO needs_person (kind, conversation_id, phone, reason, suggestion, since)
				VALUES (:kind, :id, :phone, :reason, :suggestion, :now)
				ON CONFLICT (kind, conversation_id) DO NOTHING
				""")
			.param("kind", kind)
			.param("id", conversationId)
			.param("phone", phone.e164())
			.param("reason", reason)
			.param("suggestion", suggestion)
			.param("now", Sql.at(now))
			.update();
	}

	/** Puts a conversation before a person, again when it was resolved before. */
	public void addAgain(String kind, UUID conversationId, PhoneNumber phone, String reason, Instant now) {
		this.jdbc.sql("""
				INSERT INTO needs_person (kind, conversation_id, phone, reason, since)
				VALUES (:kind, :id, :phone, :reason, :now)
				ON CONFLICT (kind, conversation_id) DO UPDATE
				SET reason = excluded.reason, since = excluded.since, resolved_at = NULL, resolution = NULL
				WHERE needs_person.resolved_at IS NOT NULL
				""")
			.param("kind", kind)
			.param("id", conversationId)
			.param("phone", phone.e164())
			.param("reason", reason)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Takes all of a conversation off the list but the question whether it went; answers
	 * whether anything of it stood there.
	 */
	public boolean done(UUID conversationId, Instant now) {
		return this.jdbc.sql("""
				UPDATE needs_person SET resolved_at = :now, resolution = 'done'
				WHERE conversation_id = :id AND kind <> :unknown AND resolved_at IS NULL
				""")
			.param("id", conversationId)
			.param("unknown", UNKNOWN_OUTCOME)
			.param("now", Sql.at(now))
			.update() > 0;
	}

	/** Takes an entry off the list. */
	public boolean resolve(String kind, UUID conversationId, String resolution, Instant now) {
		return this.jdbc.sql("""
				UPDATE needs_person SET resolved_at = :now, resolution = :resolution
				WHERE kind = :kind AND conversation_id = :id AND resolved_at IS NULL
				""")
			.param("kind", kind)
			.param("id", conversationId)
			.param("resolution", resolution)
			.param("now", Sql.at(now))
			.update() == 1;
	}

	/** Takes an entry off the list by its own id; answers whether it was still on it. */
	public boolean resolve(long id, String resolution, Instant now) {
		return this.jdbc.sql("""
				UPDATE needs_person SET resolved_at = :now, resolution = :resolution
				WHERE id = :id AND resolved_at IS NULL
				""").param("id", id).param("resolution", resolution).param("now", Sql.at(now)).update() == 1;
	}

	/** What waits, oldest first. */
	public List<Entry> open(int limit) {
		return this.jdbc.sql("""
				SELECT n.*, coalesce(c.body, i.body) AS body
				FROM needs_person n
				LEFT JOIN conversation c ON c.id = n.conversation_id
				LEFT JOIN inbound i ON i.conversation_id = n.conversation_id AND c.id IS NULL
				WHERE n.resolved_at IS NULL ORDER BY n.since, n.id LIMIT :limit
				""")
			.param("limit", limit)
			.query((rs, row) -> new Entry(rs.getLong("id"), rs.getString("kind"), Sql.uuid(rs, "conversation_id"),
					Sql.phone(rs, "phone"), rs.getString("reason"), rs.getString("suggestion"), rs.getString("body"),
					Sql.instant(rs, "since")))
			.list();
	}

	/**
	 * One thing that waits for a person.
	 *
	 * @param suggestion a reply that a person may send with one press, if any
	 * @param body what the text in question says
	 */
	public record Entry(long id, String kind, UUID conversationId, PhoneNumber phone, String reason,
			@Nullable String suggestion, @Nullable String body, Instant since) {

		/** Whether a person must say that it went or that it did not. */
		public boolean asksWhetherItWent() {
			return this.kind.equals(UNKNOWN_OUTCOME);
		}

	}

}

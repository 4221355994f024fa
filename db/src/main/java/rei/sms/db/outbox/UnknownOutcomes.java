package rei.sms.db.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.CountLock;
import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.PersonList;

/**
 * Texts of which the provider never said whether it took them: each waits for a person,
 * who says that it went or that it did not (decision 30).
 */
@Repository
public class UnknownOutcomes {

	private final JdbcClient jdbc;

	private final Settlements settlements;

	private final Outbox outbox;

	private final Attempts attempts;

	private final PersonList people;

	private final CountLock counts;

	private final int maxAttempts;

	UnknownOutcomes(JdbcClient jdbc, Settlements settlements, Outbox outbox, Attempts attempts, PersonList people,
			CountLock counts, @Value("${sending.max-retries:3}") int maxAttempts) {
		this.jdbc = jdbc;
		this.settlements = settlements;
		this.outbox = outbox;
		this.attempts = attempts;
		this.people = people;
		this.counts = counts;
		this.maxAttempts = maxAttempts;
	}

	/** Puts a text before a person, again when its next attempt ends unknown as well. */
	@Transactional
	public void ask(UUID id, PhoneNumber sellerPhone, Instant now) {
		this.outbox.toPerson(id);
		this.people.addAgain(PersonList.UNKNOWN_OUTCOME, id, sellerPhone,
				"it may or may not have gone: the provider never said", now);
	}

	/** The texts that wait for an answer, oldest first. */
	public List<UnknownOutcome> open() {
		return this.jdbc.sql("""
				SELECT o.conversation_id, o.seller_phone, o.our_number, o.attempts, o.claimed_at, c.body
				FROM outbox o JOIN conversation c ON c.id = o.conversation_id
				WHERE o.state = 'PERSON' ORDER BY o.claimed_at, o.conversation_id
				""").query(UnknownOutcomes::outcome).list();
	}

	/**
	 * It went: it is settled as sent and counted, and the provider is not called. Should
	 * its receipt come after all, that finds it.
	 */
	@Transactional
	public Settled went(UUID id, Instant now) {
		return lock(id).map((text) -> {
			this.settlements.taken(List.of(new TakenText(id, null, text.claimedAt())));
			this.people.resolve(PersonList.UNKNOWN_OUTCOME, id, "went", now);
			return Settled.SENT;
		}).orElse(Settled.NOT_ASKED);
	}

	/**
	 * It did not go: it queues at the gate for a new attempt, or has failed when its
	 * attempts are used up.
	 */
	@Transactional
	public Settled didNot(UUID id, Instant now) {
		return lock(id).map((text) -> {
			this.attempts.end(id, "NOT_SENT", null, "a person says that it did not go", now);
			this.outbox.uncount(text.ourNumber());
			this.people.resolve(PersonList.UNKNOWN_OUTCOME, id, "did not go", now);
			return (text.attempts() < this.maxAttempts) ? again(text, now) : fail(text);
		}).orElse(Settled.NOT_ASKED);
	}

	private Settled again(UnknownOutcome text, Instant now) {
		this.outbox.putOff(text.id(), now, "a person says that it did not go");
		return Settled.QUEUED;
	}

	private Settled fail(UnknownOutcome text) {
		this.outbox.fail(text.id(), text.ourNumber(), "did not go, after " + text.attempts() + " attempts");
		return Settled.FAILED;
	}

	/** A receipt may come while a person makes up their mind: the first answer counts. */
	private Optional<UnknownOutcome> lock(UUID id) {
		this.counts.take();
		return this.jdbc.sql("""
				SELECT o.conversation_id, o.seller_phone, o.our_number, o.attempts, o.claimed_at, c.body
				FROM outbox o JOIN conversation c ON c.id = o.conversation_id
				WHERE o.conversation_id = :id AND o.state = 'PERSON' FOR UPDATE OF o
				""").param("id", id).query(UnknownOutcomes::outcome).optional();
	}

	private static UnknownOutcome outcome(ResultSet rs, int row) throws SQLException {
		return new UnknownOutcome(Sql.uuid(rs, "conversation_id"), Sql.phone(rs, "seller_phone"),
				Sql.phone(rs, "our_number"), rs.getString("body"), rs.getInt("attempts"),
				Sql.instant(rs, "claimed_at"));
	}

	/**
	 * One text that may or may not have gone.
	 *
	 * @param attempts how many attempts it has had, with the one in question
	 * @param claimedAt when that attempt began
	 */
	public record UnknownOutcome(UUID id, PhoneNumber sellerPhone, PhoneNumber ourNumber, String body, int attempts,
			Instant claimedAt) {
	}

	/** What a person's answer came to. */
	public enum Settled {

		/** It counts as sent. */
		SENT,
		/** It queues at the gate for a new attempt. */
		QUEUED,
		/** It has failed: no attempt is left. */
		FAILED,
		/** Nobody asked: it is no text, or its fate is known by now. */
		NOT_ASKED

	}

}

package rei.sms.db.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/**
 * Who must not be texted. A stop request and a send meet on the phone's lease: whichever
 * takes the row first is seen by the other, so after a stop request's commit and
 * {@link #leaseLeft} no send for that phone begins.
 */
@Repository
public class Suppressions {

	private final JdbcClient jdbc;

	Suppressions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Suppresses phones, takes back what is queued for them, and keeps a record of it;
	 * the caller's transaction.
	 * @return the phones of which that is news
	 */
	public Set<PhoneNumber> suppress(List<Suppression> suppressions) {
		if (suppressions.isEmpty()) {
			return Set.of();
		}
		var phones = suppressions.stream().map(Suppression::phone).distinct().sorted().toList();
		meet(phones);
		var news = keep(suppressions);
		cancelQueued(phones);
		return news;
	}

	/**
	 * Lifts a suppression because the seller said START; what was suppressed for other
	 * reasons stays.
	 */
	public boolean lift(PhoneNumber phone, String by, Instant at) {
		meet(List.of(phone));
		var lifted = this.jdbc.sql("""
				UPDATE suppression SET lifted_at = :at, lifted_by = :by
				WHERE phone = :phone AND lifted_at IS NULL AND reason IN ('STOP', 'PROVIDER_BLOCKED', 'MANUAL')
				""").param("phone", phone.e164()).param("by", by).param("at", Sql.at(at)).update() == 1;
		if (lifted) {
			record(phone, "LIFTED", by, by, at);
		}
		return lifted;
	}

	/** Which of the phones must not be texted. */
	public Set<PhoneNumber> suppressed(Collection<PhoneNumber> phones) {
		return standing(phones).keySet();
	}

	/** The standing suppressions of those phones. */
	public Map<PhoneNumber, Suppression> standing(Collection<PhoneNumber> phones) {
		return this.jdbc.sql("SELECT * FROM suppression WHERE phone = ANY (:phones) AND lifted_at IS NULL")
			.param("phones", Sql.array(phones))
			.query(Suppressions::suppression)
			.list()
			.stream()
			.collect(Collectors.toMap(Suppression::phone, Function.identity()));
	}

	/** Whether the phone must not be texted. */
	public boolean isSuppressed(PhoneNumber phone) {
		return !suppressed(List.of(phone)).isEmpty();
	}

	/** The standing suppression of a phone. */
	public Optional<Suppression> find(PhoneNumber phone) {
		return Optional.ofNullable(standing(List.of(phone)).get(phone));
	}

	/**
	 * Takes the lease of each phone that nobody holds, for {@code lease} of the
	 * database's own time, and answers those taken. Read the suppressions afterwards, in
	 * the same transaction.
	 */
	public Set<PhoneNumber> lease(Collection<PhoneNumber> phones, Duration lease) {
		return new HashSet<>(this.jdbc.sql("""
				INSERT INTO phone_lease AS l (phone, leased_until)
				SELECT phone, clock_timestamp() + make_interval(secs => :seconds)
				FROM unnest(:phones::text[]) AS phone ORDER BY phone
				ON CONFLICT (phone) DO UPDATE SET leased_until = excluded.leased_until
				WHERE l.leased_until < clock_timestamp()
				RETURNING phone
				""")
			.param("phones", phones.stream().sorted().distinct().map(PhoneNumber::e164).toArray(String[]::new))
			.param("seconds", lease.toMillis() / 1000.0)
			.query((rs, row) -> Sql.phone(rs, "phone"))
			.list());
	}

	/** Gives leases back: no call for these phones can begin any more. */
	public void release(Collection<PhoneNumber> phones) {
		this.jdbc.sql("""
				UPDATE phone_lease SET leased_until = '-infinity'
				WHERE phone IN (SELECT phone FROM phone_lease WHERE phone = ANY (:phones) ORDER BY phone FOR UPDATE)
				""").param("phones", Sql.array(phones)).update();
	}

	/**
	 * How long a send that passed the gate before a stop request may still begin; zero
	 * when none can.
	 */
	public Duration leaseLeft(Collection<PhoneNumber> phones) {
		var seconds = this.jdbc.sql("""
				SELECT coalesce(max(extract(epoch FROM leased_until - clock_timestamp())), 0) FROM phone_lease
				WHERE phone = ANY (:phones) AND leased_until > clock_timestamp()
				""").param("phones", Sql.array(phones)).query(Double.class).single();
		return Duration.ofMillis((long) Math.ceil(seconds * 1000));
	}

	private void meet(List<PhoneNumber> phones) {
		this.jdbc.sql("""
				INSERT INTO phone_lease AS l (phone, leased_until)
				SELECT phone, '-infinity'::timestamptz FROM unnest(:phones::text[]) AS phone ORDER BY phone
				ON CONFLICT (phone) DO UPDATE SET leased_until = l.leased_until
				""").param("phones", Sql.array(phones)).update();
	}

	/** Of several for one phone a stop counts first, then the earliest. */
	private Set<PhoneNumber> keep(List<Suppression> suppressions) {
		return new HashSet<>(this.jdbc
			.sql("""
					WITH kept AS (
						INSERT INTO suppression AS s (phone, reason, source, original_message, sid, since)
						SELECT DISTINCT ON (m.phone) m.phone, m.reason, coalesce(m.source, wrote.source, 'CAMPAIGN'), m.message, m.sid,
							m.since
						FROM unnest(:phones::text[], :reasons::text[], :sources::text[], :messages::text[], :sids::text[],
							:times::timestamptz[]) WITH ORDINALITY AS m (phone, reason, source, message, sid, since, place)
						LEFT JOIN LATERAL (
							SELECT CASE c.processed_by WHEN 'CAMPAIGN_RUNNER' THEN 'CAMPAIGN' WHEN 'MANUAL' THEN 'MANUAL'
								WHEN 'AUTORESPONDER' THEN 'AUTORESPONDER' ELSE 'AI_RESPONSE' END AS source
							FROM conversation c
							WHERE c.seller_phone = m.phone AND c.direction = 'OUTBOUND' AND c.sent_at IS NOT NULL
								AND c.kind IS DISTINCT FROM 'CONFIRMATION'
							ORDER BY c.created_at DESC LIMIT 1) wrote ON m.source IS NULL
						ORDER BY m.phone, m.reason <> 'STOP', m.place
						ON CONFLICT (phone) DO UPDATE SET reason = excluded.reason, source = excluded.source,
							original_message = excluded.original_message, sid = excluded.sid, since = excluded.since,
							lifted_at = NULL, lifted_by = NULL
						WHERE s.lifted_at IS NOT NULL OR (s.reason <> 'STOP' AND excluded.reason = 'STOP')
						RETURNING phone, reason, source, original_message, sid, since)
					INSERT INTO suppression_event (phone, event, reason, source, message, sid, at)
					SELECT phone, 'SUPPRESSED', reason, source, original_message, sid, since FROM kept
					RETURNING phone
					""")
			.param("phones", texts(suppressions, (suppression) -> suppression.phone().e164()))
			.param("reasons", texts(suppressions, (suppression) -> suppression.reason().name()))
			.param("sources", texts(suppressions, (suppression) -> Sql.orNull(suppression.source())))
			.param("messages", texts(suppressions, Suppression::originalMessage))
			.param("sids", texts(suppressions, Suppression::sid))
			.param("times", texts(suppressions, (suppression) -> suppression.since().toString()))
			.query((rs, row) -> Sql.phone(rs, "phone"))
			.list());
	}

	private void record(PhoneNumber phone, String event, String reason, String source, Instant at) {
		this.jdbc.sql("""
				INSERT INTO suppression_event (phone, event, reason, source, at)
				VALUES (:phone, :event, :reason, :source, :at)
				""")
			.param("phone", phone.e164())
			.param("event", event)
			.param("reason", reason)
			.param("source", source)
			.param("at", Sql.at(at))
			.update();
	}

	/**
	 * A text that a claim holds right now is left to that claim: it meets the suppression
	 * on the lease's row.
	 */
	private void cancelQueued(List<PhoneNumber> phones) {
		this.jdbc.sql("""
				WITH cancelled AS (
					DELETE FROM outbox WHERE kind <> 'CONFIRMATION' AND conversation_id IN (
						SELECT conversation_id FROM outbox
						WHERE seller_phone = ANY (:phones) AND state IN ('QUEUED', 'RETRY')
						FOR UPDATE SKIP LOCKED)
					RETURNING conversation_id)
				UPDATE conversation SET status = 'OPT_OUT', error_code = 'suppressed'
				FROM cancelled WHERE id = cancelled.conversation_id
				""").param("phones", Sql.array(phones)).update();
	}

	private static Suppression suppression(ResultSet rs, int row) throws SQLException {
		return new Suppression(Sql.phone(rs, "phone"), Sql.word(rs, "reason", SuppressionReason.class),
				Sql.word(rs, "source", SuppressionSource.class), rs.getString("original_message"), rs.getString("sid"),
				Sql.instant(rs, "since"));
	}

	private static @Nullable String[] texts(List<Suppression> suppressions,
			Function<Suppression, @Nullable String> text) {
		return suppressions.stream().map(text).toArray(String[]::new);
	}

}

package rei.sms.db.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/** Every attempt to send, with the gate's decision and how it ended. */
@Repository
public class Attempts {

	private final JdbcClient jdbc;

	Attempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps the gate's decisions. */
	public void record(List<Decided> decisions) {
		this.jdbc.sql("""
				INSERT INTO attempt (conversation_id, seller_phone, our_number, decided_at, allowed, rule, reason,
					rule_version, zone, next_at, segments)
				SELECT * FROM unnest(:ids::uuid[], :sellers::text[], :ours::text[], :times::timestamptz[],
					:allowed::boolean[], :rules::text[], :reasons::text[], :versions::text[], :zones::text[],
					:next::timestamptz[], :segments::integer[])
				""")
			.param("ids", decisions.stream().map(Decided::conversationId).toArray(UUID[]::new))
			.param("sellers", decisions.stream().map((d) -> d.sellerPhone().e164()).toArray(String[]::new))
			.param("ours", decisions.stream().map((d) -> Sql.orNull(d.ourNumber())).toArray(String[]::new))
			.param("times", decisions.stream().map((d) -> d.decidedAt().toString()).toArray(String[]::new))
			.param("allowed", decisions.stream().map(Decided::allowed).toArray(Boolean[]::new))
			.param("rules", decisions.stream().map(Decided::rule).toArray(String[]::new))
			.param("reasons", decisions.stream().map(Decided::reason).toArray(String[]::new))
			.param("versions", decisions.stream().map(Decided::ruleVersion).toArray(String[]::new))
			.param("zones", decisions.stream().map(Decided::zone).toArray(String[]::new))
			.param("next", decisions.stream().map((d) -> text(d.nextAt())).toArray(String[]::new))
			.param("segments", decisions.stream().map(Decided::segments).toArray(Integer[]::new))
			.update();
	}

	/**
	 * When each phone was texted since {@code since}, oldest first: every text but those
	 * that surely never went.
	 */
	public Map<PhoneNumber, List<Instant>> sentSince(Collection<PhoneNumber> phones, Instant since) {
		return this.jdbc.sql("""
				SELECT seller_phone, decided_at FROM attempt
				WHERE seller_phone = ANY (:phones) AND decided_at >= :since AND allowed
					AND outcome IS DISTINCT FROM 'NOT_SENT'
				ORDER BY decided_at
				""")
			.param("phones", Sql.array(phones))
			.param("since", Sql.at(since))
			.query((rs, row) -> Map.entry(Sql.phone(rs, "seller_phone"), Sql.instant(rs, "decided_at")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** Notes how the open attempt of a text ended without the provider taking it. */
	public void end(UUID conversationId, String outcome, @Nullable String errorCode, @Nullable String error,
			Instant at) {
		this.jdbc.sql("""
				UPDATE attempt SET outcome = :outcome, error_code = :code, error = :error, finished_at = :at
				WHERE conversation_id = :id AND allowed AND (outcome IS NULL OR outcome = 'UNKNOWN')
				""")
			.param("id", conversationId)
			.param("outcome", outcome)
			.param("code", errorCode)
			.param("error", error)
			.param("at", Sql.at(at))
			.update();
	}

	private static @Nullable String text(@Nullable Instant instant) {
		return (instant != null) ? instant.toString() : null;
	}

}

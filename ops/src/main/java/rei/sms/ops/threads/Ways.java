package rei.sms.ops.threads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.ops.access.PagesOn;
import rei.sms.ops.threads.Message.WayStep;

/** Tells the way of each text: queued, the gate's decisions, sent, receipts. */
@Component
@Conditional(PagesOn.class)
class Ways {

	private final JdbcClient jdbc;

	Ways(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<UUID, List<WayStep>> of(Collection<UUID> messages) {
		return this.jdbc
			.sql("""
					WITH tried AS (SELECT * FROM attempt WHERE conversation_id = ANY (:ids))
					SELECT conversation_id AS id, queued_at AS at, 0 AS place, 'queued' AS kind, state AS word, reason AS detail,
						not_before AS next
					FROM outbox WHERE conversation_id = ANY (:ids)
					UNION ALL SELECT conversation_id, decided_at, 1, CASE WHEN allowed THEN 'allowed' ELSE 'refused' END, rule,
						reason, next_at
					FROM tried
					UNION ALL SELECT conversation_id, coalesce(finished_at, decided_at), 2, 'ended', coalesce(outcome, 'UNDER_WAY'),
						coalesce(sid, concat_ws(' ', error_code, error)), NULL
					FROM tried WHERE allowed
					UNION ALL SELECT t.conversation_id, r.received_at, 3, 'receipt', r.normalized,
						concat_ws(' ', r.status, r.error_code), NULL
					FROM tried t JOIN receipt r ON r.sid = t.sid
					ORDER BY at, place
					""")
			.param("ids", messages.toArray(UUID[]::new))
			.query((rs, row) -> Map.entry(Sql.uuid(rs, "id"), step(rs)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static WayStep step(ResultSet rs) throws SQLException {
		var at = Sql.instant(rs, "at");
		var word = rs.getString("word");
		var detail = rs.getString("detail");
		return switch (rs.getString("kind")) {
			case "queued" -> new WayStep(at, "Queued: " + waits(word) + told(detail), "plain");
			case "allowed" -> new WayStep(at, "The gate let it go", "good");
			case "refused" -> new WayStep(at,
					"The gate held it: " + ((detail != null) ? detail : word) + next(Sql.instantOrNull(rs, "next")),
					"bad");
			case "ended" -> ended(at, word, detail);
			default -> new WayStep(at, "Receipt: " + word + told(detail),
					word.equals("DELIVERED") || word.equals("delivered") ? "good" : "plain");
		};
	}

	private static WayStep ended(Instant at, String word, @Nullable String detail) {
		return switch (word) {
			case "TAKEN" -> new WayStep(at, "The provider took it as " + detail, "good");
			case "UNDER_WAY" -> new WayStep(at, "On its way to the provider", "plain");
			case "UNKNOWN" -> new WayStep(at, "Nobody knows whether the provider took it" + told(detail), "bad");
			default -> new WayStep(at, "The provider did not take it" + told(detail), "bad");
		};
	}

	private static String waits(String state) {
		return switch (state) {
			case "RETRY" -> "it is tried again later";
			case "SENDING" -> "it is being sent";
			case "UNKNOWN" -> "nobody knows whether it went";
			case "PERSON" -> "a person has to say whether it went";
			default -> "it waits for its turn";
		};
	}

	private static String told(@Nullable String detail) {
		return (detail != null && !detail.isBlank()) ? " (" + detail + ")" : "";
	}

	private static String next(@Nullable Instant next) {
		return (next != null) ? ", next look " + next : "";
	}

}

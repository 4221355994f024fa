package rei.sms.ops.threads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.ops.access.PagesOn;

/** Finds threads, by indexes alone: the latest ones, or those that a word leads to. */
@Component
@Conditional(PagesOn.class)
public class ThreadList {

	private static final String LINES = """
			SELECT k.phone, coalesce(nullif(btrim(p.name), ''), nullif(btrim(concat_ws(' ', p.first_name, p.last_name)), ''))
					AS name, concat_ws(', ', p.address, p.city, p.state) AS address, k.stage, k.lead_id, k.last_inbound_at,
				k.handed_to_person_at, s.phone IS NOT NULL AS opted_out, c.body, c.direction, c.ai_intent
			FROM (%s) k
			JOIN prospect p ON p.id = k.prospect_id
			LEFT JOIN suppression s ON s.phone = k.phone AND s.lifted_at IS NULL
			LEFT JOIN LATERAL (SELECT body, direction, ai_intent FROM conversation
				WHERE seller_phone = k.phone ORDER BY created_at DESC LIMIT 1) c ON true
			ORDER BY k.last_inbound_at DESC NULLS LAST, k.phone DESC
			""";

	private final JdbcClient jdbc;

	ThreadList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Threads in which the seller wrote, the latest first.
	 * @param cursor the last one seen before, or null to begin
	 */
	public List<ThreadLine> latest(@Nullable Cursor cursor, int limit) {
		return this.jdbc.sql(LINES.formatted("""
				SELECT * FROM contact
				WHERE last_inbound_at IS NOT NULL AND (last_inbound_at, phone) < (:before::timestamptz, :phone)
				ORDER BY last_inbound_at DESC, phone DESC LIMIT :limit"""))
			.param("before", (cursor != null) ? cursor.before().toString() : "infinity")
			.param("phone", (cursor != null) ? cursor.phone() : "")
			.param("limit", limit)
			.query(ThreadList::line)
			.list();
	}

	/** Threads of those phones that we know. */
	public List<ThreadLine> of(List<String> phones) {
		return this.jdbc.sql(LINES.formatted("SELECT * FROM contact WHERE phone = ANY (:phones)"))
			.param("phones", phones.toArray(String[]::new))
			.query(ThreadList::line)
			.list();
	}

	/** The phone of a message, by its SID or our id. */
	public List<String> bySid(String sid) {
		return this.jdbc
			.sql("""
					SELECT seller_phone FROM conversation WHERE sid = :sid
					UNION SELECT seller_phone FROM attempt WHERE sid = :sid
					UNION SELECT seller_phone FROM inbound WHERE sid = :sid
					UNION SELECT seller_phone FROM conversation WHERE id = CASE WHEN :sid ~ '^[0-9a-fA-F-]{36}$' THEN :sid::uuid END
					""")
			.param("sid", sid)
			.query(String.class)
			.list();
	}

	/**
	 * Phones of owners whose name or address holds all the words, the last of them
	 * perhaps only begun.
	 */
	public List<String> byWords(String text, int limit) {
		var query = Stream.of(text.split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> (word.length() > 2) ? "'" + word + "':*" : "'" + word + "'")
			.collect(Collectors.joining(" & "));
		return query.isEmpty() ? List.of() : this.jdbc.sql("""
				SELECT k.phone FROM (
					SELECT prospect_id FROM prospect_words WHERE words @@ to_tsquery('simple', :query) LIMIT 500) w
				JOIN contact k ON k.prospect_id = w.prospect_id
				ORDER BY k.last_inbound_at DESC NULLS LAST LIMIT :limit
				""").param("query", query).param("limit", limit).query(String.class).list();
	}

	private static ThreadLine line(ResultSet rs, int row) throws SQLException {
		var stage = Sql.wordOrNull(rs, "stage", Stage.class);
		var intent = Sql.wordOrNull(rs, "ai_intent", AiIntent.class);
		var name = rs.getString("name");
		return new ThreadLine(rs.getString("phone"), (name != null) ? name : "Unknown owner", rs.getString("address"),
				(stage != null) ? stage.label() : null, rs.getString("lead_id") != null, rs.getBoolean("opted_out"),
				rs.getObject("handed_to_person_at") != null, rs.getString("body"),
				"OUTBOUND".equals(rs.getString("direction")), (intent != null) ? intent.label() : null,
				Sql.instantOrNull(rs, "last_inbound_at"));
	}

	/** Where a list goes on: after this phone, whose last text came at this time. */
	public record Cursor(Instant before, String phone) {

		static @Nullable Cursor of(String text) {
			var parts = text.split("_");
			try {
				return (parts.length == 2) ? new Cursor(Instant.parse(parts[0]), "+" + parts[1]) : null;
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

	}

}

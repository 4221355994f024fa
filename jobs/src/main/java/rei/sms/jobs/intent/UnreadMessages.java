package rei.sms.jobs.intent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.inbox.Request;
import rei.sms.db.model.ModelReadings;

/** The work-list: inbound messages that nobody has understood yet, the oldest first. */
@Component
class UnreadMessages {

	/** All of them; an argument for the limit follows. */
	static final String SQL = """
			SELECT c.id, c.sid, c.seller_phone, c.body, c.request, c.received_at, k.stage, asked.stage AS asked,
				(c.received_at AT TIME ZONE coalesce(k.zones[1], 'America/Chicago'))::date AS day,
				r.engine AS r_engine, r.ai_intent AS r_ai_intent, r.opt_out AS r_opt_out, r.threat AS r_threat,
				r.willing AS r_willing, r.confidence AS r_confidence, r.reason AS r_reason
			FROM conversation c
			JOIN contact k ON k.phone = c.seller_phone
			LEFT JOIN model_reading r ON r.message_id = c.id
			LEFT JOIN LATERAL (
				SELECT o.stage FROM conversation o
				WHERE o.seller_phone = c.seller_phone AND o.direction = 'OUTBOUND' AND o.sent_at <= c.received_at
				ORDER BY o.created_at DESC LIMIT 1) asked ON true
			WHERE c.direction = 'INBOUND' AND c.classified_at IS NULL
				AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'classify-inbound' AND p.key = c.id::text)
				%s
			ORDER BY c.received_at, c.id
			LIMIT ?
			""";

	private final JdbcClient jdbc;

	UnreadMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The next ones that no engine has read, after {@code last}. */
	List<Unclassified> after(@Nullable Unclassified last, int limit) {
		if (last == null) {
			return this.jdbc.sql(SQL.formatted("AND r.message_id IS NULL"))
				.param(limit)
				.query(UnreadMessages::message)
				.list();
		}
		return this.jdbc.sql(SQL.formatted("AND r.message_id IS NULL AND (c.received_at, c.id) > (?, ?)"))
			.param(Sql.at(last.receivedAt()))
			.param(last.id())
			.param(limit)
			.query(UnreadMessages::message)
			.list();
	}

	static Unclassified message(ResultSet rs, int row) throws SQLException {
		return new Unclassified(Sql.uuid(rs, "id"), Sql.phone(rs, "seller_phone"), rs.getString("sid"),
				rs.getString("body"), Sql.word(rs, "request", Request.class), Sql.instant(rs, "received_at"),
				Sql.wordOrNull(rs, "stage", Stage.class), Sql.wordOrNull(rs, "asked", Stage.class),
				rs.getObject("day", LocalDate.class), ModelReadings.joined(rs));
	}

}

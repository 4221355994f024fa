package rei.sms.db.model;

import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** What AI engines wrote, each kept as it came. */
@Repository
public class ModelReplies {

	private final JdbcClient jdbc;

	ModelReplies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps what was written to a message; the first stays. */
	public void keep(UUID message, ModelReply reply, Instant now) {
		this.jdbc.sql("""
				INSERT INTO model_reply (message_id, engine, body, segments, reason, written_at)
				VALUES (:message, :engine, :body, :segments, :reason, :now)
				ON CONFLICT (message_id) DO NOTHING
				""")
			.param("message", message)
			.param("engine", Sql.orNull(reply.engine()))
			.param("body", reply.body())
			.param("segments", reply.segments())
			.param("reason", reply.reason())
			.param("now", Sql.at(now))
			.update();
	}

}

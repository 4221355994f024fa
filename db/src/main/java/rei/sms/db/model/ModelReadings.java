package rei.sms.db.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.ProcessedBy;

/** How AI engines read messages, each kept as it came. */
@Repository
public class ModelReadings {

	private final JdbcClient jdbc;

	ModelReadings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps a reading; the first of a message stays. */
	public void keep(UUID message, ModelReading reading, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO model_reading (message_id, engine, ai_intent, opt_out, threat, willing, confidence, reason, read_at)
					VALUES (:message, :engine, :aiIntent, :optOut, :threat, :willing, :confidence, :reason, :now)
					ON CONFLICT (message_id) DO NOTHING
					""")
			.param("message", message)
			.param("engine", Sql.orNull(reading.engine()))
			.param("aiIntent", Sql.orNull(reading.aiIntent()))
			.param("optOut", reading.optOut())
			.param("threat", reading.threat())
			.param("willing", reading.willing())
			.param("confidence", (float) reading.confidence())
			.param("reason", reading.reason())
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * The reading in a row that joined {@code model_reading} as {@code r_...} columns, or
	 * null.
	 */
	public static @Nullable ModelReading joined(ResultSet rs) throws SQLException {
		var reason = rs.getString("r_reason");
		return (reason == null) ? null
				: new ModelReading(Sql.wordOrNull(rs, "r_engine", ProcessedBy.class),
						Sql.wordOrNull(rs, "r_ai_intent", AiIntent.class), rs.getBoolean("r_opt_out"),
						rs.getBoolean("r_threat"), rs.getBoolean("r_willing"), rs.getFloat("r_confidence"), reason);
	}

}

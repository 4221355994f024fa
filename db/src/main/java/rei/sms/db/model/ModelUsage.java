package rei.sms.db.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.conversation.ProcessedBy;

/** Counts what AI engines are asked, and what that costs, by day (UTC). */
@Repository
public class ModelUsage {

	private final JdbcClient jdbc;

	ModelUsage(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts a question. */
	public void count(ModelCall call, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO model_usage AS u (day, engine, purpose, calls, refused, asked_tokens, answered_tokens, milliseconds,
						dollars)
					VALUES (:day, :engine, :purpose, 1, :refused, :asked, :answered, :milliseconds, :dollars)
					ON CONFLICT (day, engine, purpose) DO UPDATE SET calls = u.calls + 1, refused = u.refused + excluded.refused,
						asked_tokens = u.asked_tokens + excluded.asked_tokens,
						answered_tokens = u.answered_tokens + excluded.answered_tokens,
						milliseconds = u.milliseconds + excluded.milliseconds, dollars = u.dollars + excluded.dollars
					""")
			.param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
			.param("engine", call.engine().name())
			.param("purpose", call.purpose())
			.param("refused", call.used() ? 0 : 1)
			.param("asked", call.askedTokens())
			.param("answered", call.answeredTokens())
			.param("milliseconds", call.took().toMillis())
			.param("dollars", BigDecimal.valueOf(call.dollars()))
			.update();
	}

	/** The counts since a day, the latest first. */
	public List<Count> since(LocalDate day) {
		return this.jdbc.sql("SELECT * FROM model_usage WHERE day >= :day ORDER BY day DESC, engine, purpose")
			.param("day", day)
			.query((rs, row) -> new Count(rs.getObject("day", LocalDate.class),
					Sql.word(rs, "engine", ProcessedBy.class), rs.getString("purpose"), rs.getLong("calls"),
					rs.getLong("refused"), rs.getLong("asked_tokens"), rs.getLong("answered_tokens"),
					rs.getLong("milliseconds"), rs.getBigDecimal("dollars")))
			.list();
	}

	/**
	 * What one engine was asked on one day for one purpose.
	 *
	 * @param refused how many of its answers could not be used
	 */
	public record Count(LocalDate day, ProcessedBy engine, String purpose, long calls, long refused, long askedTokens,
			long answeredTokens, long milliseconds, BigDecimal dollars) {
	}

}

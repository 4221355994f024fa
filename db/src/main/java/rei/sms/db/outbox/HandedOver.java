package rei.sms.db.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.operations.Pause;

/**
 * Texts that the kill switch comes too late for: a call is or was under way, or the
 * provider has them and has not said yet how they ended.
 */
@Repository
public class HandedOver {

	/** Longer ago, what has not arrived by now is no longer on its way. */
	private static final Duration RECENT = Duration.ofHours(1);

	private final JdbcClient jdbc;

	HandedOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those that a pause would have stopped, newest first. */
	public List<Text> stoppedBy(Pause pause, Instant now) {
		return this.jdbc.sql("""
				SELECT c.id, c.seller_phone, coalesce(o.our_number, c.our_number) AS our_number,
					coalesce(o.state, 'SENT') AS state, coalesce(o.claimed_at, c.sent_at) AS since,
					coalesce(o.market, m.market, p.market) AS market, n.market AS number_market,
					m.id::text AS campaign, m.name AS campaign_name, m.airtable_id AS campaign_record
				FROM conversation c
				LEFT JOIN outbox o ON o.conversation_id = c.id
				LEFT JOIN contact k ON k.phone = c.seller_phone
				LEFT JOIN prospect p ON p.id = k.prospect_id
				LEFT JOIN campaign m ON m.id = c.campaign_id
				LEFT JOIN number n ON n.phone = coalesce(o.our_number, c.our_number)
				WHERE c.id IN (
					SELECT conversation_id FROM outbox WHERE state IN ('SENDING', 'UNKNOWN', 'PERSON')
					UNION ALL
					SELECT id FROM conversation WHERE sent_at > :since AND status = 'SENT' AND direction = 'OUTBOUND')
				ORDER BY since DESC, c.id
				""")
			.param("since", Sql.at(now.minus(RECENT)))
			.query((rs, row) -> stops(pause, rs) ? Optional.of(text(rs)) : Optional.<Text>empty())
			.list()
			.stream()
			.flatMap(Optional::stream)
			.toList();
	}

	private static boolean stops(Pause pause, ResultSet rs) throws SQLException {
		var campaign = Stream
			.of(rs.getString("campaign"), rs.getString("campaign_name"), rs.getString("campaign_record"))
			.filter(Objects::nonNull)
			.toList();
		return pause.stops(rs.getString("market"), campaign, rs.getString("our_number"))
				|| pause.stops(rs.getString("number_market"), campaign, rs.getString("our_number"));
	}

	private static Text text(ResultSet rs) throws SQLException {
		return new Text(Sql.uuid(rs, "id"), rs.getString("seller_phone"), rs.getString("our_number"),
				rs.getString("state").toLowerCase(Locale.ROOT), Sql.instant(rs, "since"));
	}

	/**
	 * One text that is out of reach.
	 *
	 * @param state sending, unknown or person while nobody knows whether the provider
	 * took it; sent when it did
	 * @param since when it was handed over
	 */
	public record Text(UUID conversationId, String phone, @Nullable String ourNumber, String state, Instant since) {
	}

}

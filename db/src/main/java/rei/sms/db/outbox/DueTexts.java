package rei.sms.db.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.Property;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;

/** Queued texts with all that the gate asks about them, locked for one claim. */
@Repository
public class DueTexts {

	private static final String LOCKED = """
			WITH o AS MATERIALIZED (
				SELECT * FROM outbox WHERE state = 'QUEUED' AND %s
				ORDER BY priority, not_before, conversation_id
				LIMIT :limit
				FOR UPDATE SKIP LOCKED)
			SELECT o.*, c.body, k.stage, h.states, h.zips, k.unreachable_at,
				k.last_inbound_at, k.last_campaign_at, coalesce(o.market, m.market, p.market) AS any_market,
				m.name AS campaign_name, m.status AS campaign_status, m.market AS campaign_market, m.segment, m.start_time,
				m.end_time, m.canary, m.airtable_id AS campaign_record,
				t.airtable_id AS template_record, v.name AS template_name
			FROM o
			JOIN conversation c ON c.id = o.conversation_id
			JOIN contact k ON k.phone = o.seller_phone
			JOIN prospect p ON p.id = k.prospect_id
			CROSS JOIN LATERAL (
				SELECT array_agg(coalesce(q.state, '')) AS states, array_agg(coalesce(q.zip, '')) AS zips
				FROM (SELECT state, zip FROM prospect WHERE id = p.id
					UNION SELECT state, zip FROM prospect WHERE phone1 = o.seller_phone
					UNION SELECT state, zip FROM prospect WHERE phone2 = o.seller_phone) q) h
			LEFT JOIN campaign m ON m.id = o.campaign_id
			LEFT JOIN template_version v ON v.id = c.template_version_id
			LEFT JOIN template t ON t.id = v.template_id
			ORDER BY o.priority, o.not_before, o.conversation_id
			""";

	private final JdbcClient jdbc;

	DueTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks up to {@code limit} texts whose time has come, replies first; other claims
	 * pass them by.
	 */
	public List<DueText> lockDue(int limit, Instant now) {
		return this.jdbc.sql(LOCKED.formatted("not_before <= :now"))
			.param("now", Sql.at(now))
			.param("limit", limit)
			.query(DueTexts::due)
			.list();
	}

	/**
	 * Locks up to {@code limit} texts of those numbers that wait in a row and whose time
	 * has not come: room that is left is theirs.
	 */
	public List<DueText> lockAhead(int limit, Collection<PhoneNumber> ours, Instant now) {
		return this.jdbc.sql(LOCKED.formatted("in_row AND not_before > :now AND our_number = ANY (:ours)"))
			.param("now", Sql.at(now))
			.param("ours", Sql.array(ours))
			.param("limit", limit)
			.query(DueTexts::due)
			.list();
	}

	/** The instant at which the next queued text may go, if any waits. */
	public Optional<Instant> nextDue() {
		return this.jdbc.sql("SELECT min(not_before) AS next FROM outbox WHERE state = 'QUEUED'")
			.query((rs, row) -> Optional.ofNullable(Sql.instantOrNull(rs, "next")))
			.single();
	}

	private static DueText due(ResultSet rs, int row) throws SQLException {
		var campaign = campaign(rs);
		return new DueText(Sql.uuid(rs, "conversation_id"), Sql.phone(rs, "seller_phone"),
				Sql.phoneOrNull(rs, "our_number"), rs.getString("body"), Sql.word(rs, "kind", TextKind.class),
				rs.getInt("segments"), rs.getInt("attempts"), rs.getString("any_market"),
				Sql.instantOrNull(rs, "expires_at"), Sql.wordOrNull(rs, "stage", Stage.class), properties(rs),
				rs.getObject("unreachable_at") != null, Sql.instantOrNull(rs, "last_inbound_at"),
				Sql.instantOrNull(rs, "last_campaign_at"), campaign, (campaign != null) ? campaign.words() : List.of(),
				words(rs.getString("template_record"), rs.getString("template_name")), rs.getString("reason"));
	}

	private static List<String> words(@Nullable String... words) {
		return Arrays.stream(words).filter(Objects::nonNull).toList();
	}

	private static List<Property> properties(ResultSet rs) throws SQLException {
		var states = Sql.words(rs, "states");
		var zips = Sql.words(rs, "zips");
		return IntStream.range(0, states.size())
			.mapToObj((index) -> new Property(states.get(index), zips.get(index)))
			.toList();
	}

	private static @Nullable Campaign campaign(ResultSet rs) throws SQLException {
		var status = Sql.wordOrNull(rs, "campaign_status", CampaignStatus.class);
		return (status == null) ? null
				: new Campaign(Sql.uuid(rs, "campaign_id"), rs.getString("campaign_name"), status,
						rs.getString("campaign_market"), rs.getString("segment"), Sql.instantOrNull(rs, "start_time"),
						Sql.instantOrNull(rs, "end_time"), rs.getObject("canary", Integer.class),
						rs.getString("campaign_record"));
	}

}

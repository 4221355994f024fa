package rei.sms.jobs.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.Sql;
import rei.sms.db.contact.ProspectStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.LineType;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.WorkLists;

/**
 * The lists of campaigns that can be planned: who is not planned yet, the campaigns
 * taking turns, those held before last.
 */
@Component
class Lists {

	private static final String UNPLANNED = """
			SELECT l.campaign_id, p.*, l.reason AS held_for,
				k1.unreachable_at AS unreachable1, s1.phone AS suppressed1, k1.lead_id AS lead1, r1.phone AS chosen1,
				EXISTS (SELECT 1 FROM outbox o WHERE o.seller_phone = p.phone1 AND o.kind = 'CAMPAIGN') AS queued1,
				k1.stage AS stage1, k1.our_number AS our_number1, k1.states AS states1, k1.zones AS zones1,
				k1.last_inbound_at AS last_inbound1, k1.last_campaign_at AS last_campaign1, k1.enriched_at AS enriched1,
				k2.unreachable_at AS unreachable2, s2.phone AS suppressed2, k2.lead_id AS lead2, r2.phone AS chosen2,
				EXISTS (SELECT 1 FROM outbox o WHERE o.seller_phone = p.phone2 AND o.kind = 'CAMPAIGN') AS queued2,
				k2.stage AS stage2, k2.our_number AS our_number2, k2.states AS states2, k2.zones AS zones2,
				k2.last_inbound_at AS last_inbound2, k2.last_campaign_at AS last_campaign2, k2.enriched_at AS enriched2
			FROM unnest(string_to_array(?, ',')::uuid[], string_to_array(?, ',')::bigint[]) AS c (id, allowance)
			CROSS JOIN LATERAL (
				SELECT campaign_id, prospect_id, reason,
					row_number() OVER (ORDER BY (outcome IS NOT NULL), prospect_id) AS turn
				FROM campaign_prospect WHERE campaign_id = c.id AND planned_at IS NULL
				ORDER BY (outcome IS NOT NULL), prospect_id LIMIT c.allowance) l
			JOIN prospect p ON p.id = l.prospect_id
			LEFT JOIN contact k1 ON k1.phone = p.phone1
			LEFT JOIN contact k2 ON k2.phone = p.phone2
			LEFT JOIN suppression s1 ON s1.phone = p.phone1 AND s1.lifted_at IS NULL
			LEFT JOIN suppression s2 ON s2.phone = p.phone2 AND s2.lifted_at IS NULL
			LEFT JOIN recipient r1 ON r1.campaign_id = l.campaign_id AND r1.phone = p.phone1
			LEFT JOIN recipient r2 ON r2.campaign_id = l.campaign_id AND r2.phone = p.phone2
			ORDER BY l.turn, l.campaign_id
			LIMIT ?
			""";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final WorkLists lists;

	Lists(WorkLists lists) {
		this.lists = lists;
	}

	/** Reads up to {@code limit} prospects that are not planned yet. */
	JdbcCursorItemReader<Listed> unplanned(List<Ready> campaigns, long limit) {
		return this.lists.reader("unplanned", UNPLANNED, Lists::listed,
				campaigns.stream().map((ready) -> ready.campaign().id().toString()).collect(Collectors.joining(",")),
				campaigns.stream()
					.map((ready) -> String.valueOf(Math.min(limit, ready.allowance())))
					.collect(Collectors.joining(",")),
				limit);
	}

	private static Listed listed(ResultSet rs, int row) throws SQLException {
		return new Listed(Sql.uuid(rs, "campaign_id"), Sql.uuid(rs, "id"), fields(rs), rs.getBoolean("opt_out"),
				Sql.word(rs, "status", ProspectStatus.class), Sql.wordOrNull(rs, "stage", Stage.class),
				text(rs, "state"), text(rs, "zip"), lines(rs), rs.getString("our_number"), rs.getString("held_for"));
	}

	private static List<Line> lines(ResultSet rs) throws SQLException {
		var lines = new ArrayList<Line>();
		for (var which : List.of("1", "2")) {
			var written = text(rs, "phone" + which);
			if (written.isPresent()) {
				lines.add(line(rs, written.get(), which));
			}
		}
		return lines;
	}

	private static Line line(ResultSet rs, String written, String which) throws SQLException {
		var phone = PhoneNumber.tryParse(written);
		return new Line(phone, phone.map(LineType::of).orElse(LineType.INVALID),
				rs.getString("unreachable" + which) != null, rs.getString("suppressed" + which) != null,
				rs.getString("lead" + which) != null, rs.getString("chosen" + which) != null,
				rs.getBoolean("queued" + which), Sql.wordOrNull(rs, "stage" + which, Stage.class),
				Sql.phoneOrNull(rs, "our_number" + which), Sql.words(rs, "states" + which),
				Sql.words(rs, "zones" + which), Sql.instantOrNull(rs, "last_inbound" + which),
				Sql.instantOrNull(rs, "last_campaign" + which), rs.getString("enriched" + which) != null);
	}

	private static Map<String, String> fields(ResultSet rs) throws SQLException {
		var fields = custom(rs.getString("fields"));
		put(fields, "Name", rs.getString("name"));
		put(fields, "Owner First Name", rs.getString("first_name"));
		put(fields, "Owner Last Name", rs.getString("last_name"));
		put(fields, "Property Address", rs.getString("address"));
		put(fields, "Property City", rs.getString("city"));
		put(fields, "Property State", rs.getString("state"));
		put(fields, "Property Zip", rs.getString("zip"));
		put(fields, "Market", rs.getString("market"));
		put(fields, "Source List", rs.getString("source_list"));
		return fields;
	}

	private static Map<String, String> custom(String json) {
		var fields = new HashMap<String, String>();
		if (!json.equals("{}")) {
			JSON.readTree(json)
				.properties()
				.forEach((field) -> put(fields, field.getKey(), field.getValue().asString("")));
		}
		return fields;
	}

	private static void put(Map<String, String> fields, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			fields.put(name, value);
		}
	}

	private static Optional<String> text(ResultSet rs, String column) throws SQLException {
		return Optional.ofNullable(rs.getString(column)).filter((text) -> !text.isBlank());
	}

}

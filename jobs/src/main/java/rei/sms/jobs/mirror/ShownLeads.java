package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.LeadStatus;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.Direction;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.LeadField;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/**
 * Leads: what was counted is the engine's; status, links and source are people's once the
 * lead is there.
 */
@Component
class ShownLeads implements ShownTable {

	@Override
	public Mirrored mirrored() {
		return Mirrored.LEAD;
	}

	@Override
	public Table table() {
		return Table.LEADS;
	}

	@Override
	public Field mergeOn() {
		return LeadField.PHONE;
	}

	@Override
	public String sql() {
		return """
				SELECT t.*, t.id::text AS key, p.airtable_id AS prospect_record, m.airtable_id AS campaign_record
				FROM lead t LEFT JOIN prospect p ON p.id = t.prospect_id LEFT JOIN campaign m ON m.id = t.campaign_id
				""";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		cells.number(LeadField.SENT_COUNT, rs.getInt("sent_count"))
			.number(LeadField.REPLY_COUNT, rs.getInt("reply_count"))
			.number(LeadField.DELIVERED_COUNT, rs.getInt("delivered_count"))
			.number(LeadField.FAILED_COUNT, rs.getInt("failed_count"))
			.number(LeadField.RESPONSE_TIME, rs.getBigDecimal("response_minutes"))
			.time(LeadField.LAST_ACTIVITY, Sql.instantOrNull(rs, "last_activity"))
			.time(LeadField.LAST_INBOUND, Sql.instantOrNull(rs, "last_inbound"))
			.time(LeadField.LAST_OUTBOUND, Sql.instantOrNull(rs, "last_outbound"))
			.word(LeadField.LAST_DIRECTION, Sql.wordOrNull(rs, "last_direction", Direction.class))
			.word(LeadField.LAST_DELIVERY_STATUS, Sql.wordOrNull(rs, "last_delivery_status", DeliveryStatus.class))
			.text(LeadField.LAST_MESSAGE, rs.getString("last_message"));
	}

	/**
	 * A status is given at the very first attempt only: after a lost answer it may be a
	 * person's.
	 */
	@Override
	public void fillFirst(Row cells, ResultSet rs, boolean untried) throws SQLException {
		cells.link(LeadField.PROSPECT_LINK, ShownTable.record(rs, "prospect_record"))
			.link(LeadField.CAMPAIGNS, ShownTable.record(rs, "campaign_record"))
			.text(LeadField.SOURCE, rs.getString("source"));
		if (untried) {
			cells.word(LeadField.STATUS, Sql.word(rs, "status", LeadStatus.class));
		}
	}

}

package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.Direction;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.ConversationField;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/**
 * The log of messages, all of it the engine's; people may correct the two intents and set
 * the trigger.
 */
@Component
class ShownConversations implements ShownTable {

	@Override
	public Mirrored mirrored() {
		return Mirrored.CONVERSATION;
	}

	@Override
	public Table table() {
		return Table.CONVERSATIONS;
	}

	@Override
	public Field mergeOn() {
		return ConversationField.TEXTGRID_ID;
	}

	@Override
	public String sql() {
		return """
				SELECT t.*, t.id::text AS key, p.airtable_id AS prospect_record, l.airtable_id AS lead_record,
					m.airtable_id AS campaign_record, x.airtable_id AS template_record
				FROM conversation t LEFT JOIN prospect p ON p.id = t.prospect_id LEFT JOIN lead l ON l.id = t.lead_id
				LEFT JOIN campaign m ON m.id = t.campaign_id
				LEFT JOIN template_version v ON v.id = t.template_version_id
				LEFT JOIN template x ON x.id = v.template_id AND x.active
				""";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		message(cells, rs);
		progress(cells, rs);
		links(cells, rs);
		intents(cells, rs, changed);
	}

	@Override
	public void fillFirst(Row cells, ResultSet rs, boolean untried) throws SQLException {
		intents(cells, rs, Set.of("intent", "ai_intent"));
	}

	/**
	 * A text that was tried before its SID was known keeps our id until its record is
	 * known.
	 */
	@Override
	public boolean isKeyCurrent(ResultSet rs) throws SQLException {
		var sid = rs.getString("sid");
		return sid == null || sid.equals(rs.getString("mirror_key"));
	}

	private static void message(Row cells, ResultSet rs) throws SQLException {
		var direction = Sql.word(rs, "direction", Direction.class);
		var sid = rs.getString("sid");
		cells.word(ConversationField.DIRECTION, direction)
			.text(ConversationField.TEXTGRID_ID, (sid != null) ? sid : rs.getString("mirror_key"))
			.text(ConversationField.TEXTGRID_PHONE, rs.getString("our_number"))
			.text(ConversationField.SELLER_PHONE, rs.getString("seller_phone"))
			.text(ConversationField.MESSAGE, rs.getString("body"))
			.number(ConversationField.REPLY_COUNT, (direction == Direction.INBOUND) ? 1 : 0)
			.number(ConversationField.SENT_COUNT, (rs.getObject("sent_at") != null) ? 1 : 0);
	}

	private static void progress(Row cells, ResultSet rs) throws SQLException {
		cells.word(ConversationField.STATUS, Sql.wordOrNull(rs, "status", DeliveryStatus.class))
			.word(ConversationField.STAGE, Sql.wordOrNull(rs, "stage", Stage.class))
			.word(ConversationField.PROCESSED_BY, Sql.wordOrNull(rs, "processed_by", ProcessedBy.class))
			.text(ConversationField.SUMMARY, rs.getString("summary"))
			.number(ConversationField.RESPONSE_TIME, rs.getBigDecimal("response_minutes"))
			.time(ConversationField.RECEIVED_TIME, Sql.instantOrNull(rs, "received_at"))
			.time(ConversationField.PROCESSED_TIME, Sql.instantOrNull(rs, "processed_at"))
			.time(ConversationField.LAST_SENT_TIME, Sql.instantOrNull(rs, "sent_at"))
			.time(ConversationField.LAST_RETRY_TIME, Sql.instantOrNull(rs, "last_retry_at"));
	}

	private static void links(Row cells, ResultSet rs) throws SQLException {
		var prospect = ShownTable.record(rs, "prospect_record");
		var lead = ShownTable.record(rs, "lead_record");
		cells.link(ConversationField.PROSPECT_LINK, prospect)
			.text(ConversationField.PROSPECT_RECORD_ID, rs.getString("prospect_record"))
			.link(ConversationField.LEAD_LINK, lead)
			.text(ConversationField.LEAD_RECORD_ID, rs.getString("lead_record"))
			.link(ConversationField.CAMPAIGN_LINK, ShownTable.record(rs, "campaign_record"))
			.link(ConversationField.TEMPLATE_LINK, ShownTable.record(rs, "template_record"))
			.text(ConversationField.TEMPLATE_RECORD_ID, rs.getString("template_record"));
	}

	private static void intents(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		if (changed.contains("intent")) {
			cells.word(ConversationField.INTENT, Sql.wordOrNull(rs, "intent", Intent.class));
		}
		if (changed.contains("ai_intent")) {
			cells.word(ConversationField.AI_INTENT, Sql.wordOrNull(rs, "ai_intent", AiIntent.class));
		}
		if (changed.contains("ai_trigger") && !rs.getBoolean("ai_trigger")) {
			cells.flag(ConversationField.AI_RESPONSE_TRIGGER, false);
		}
	}

}

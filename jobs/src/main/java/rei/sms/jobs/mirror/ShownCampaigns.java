package rei.sms.jobs.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.airtable.CampaignField;
import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.Row;
import rei.sms.jobs.airtable.Table;

/**
 * Campaigns are people's; the engine counts, notes its runs, and moves the status when
 * the schedule says so.
 */
@Component
class ShownCampaigns implements ShownTable {

	@Override
	public Mirrored mirrored() {
		return Mirrored.CAMPAIGN;
	}

	@Override
	public Table table() {
		return Table.CAMPAIGNS;
	}

	@Override
	public Field mergeOn() {
		return CampaignField.NAME;
	}

	@Override
	public boolean isRecreated() {
		return false;
	}

	@Override
	public String sql() {
		return "SELECT t.*, t.id::text AS key FROM campaign t";
	}

	@Override
	public void fill(Row cells, ResultSet rs, Set<String> changed) throws SQLException {
		cells.number(CampaignField.TOTAL_SENT, rs.getInt("total_sent"))
			.number(CampaignField.TOTAL_REPLIES, rs.getInt("replies"))
			.number(CampaignField.TOTAL_OPT_OUTS, rs.getInt("opt_outs"))
			.number(CampaignField.TOTAL_LEADS, rs.getInt("leads"))
			.number(CampaignField.TOTAL_OFFERS, rs.getInt("offers"))
			.number(CampaignField.TOTAL_FAILED, rs.getInt("failed"))
			.number(CampaignField.TOTAL_CONTACTS, rs.getInt("contacts"))
			.text(CampaignField.LAST_RUN_RESULT, rs.getString("last_run_result"))
			.time(CampaignField.LAST_RUN_AT, Sql.instantOrNull(rs, "last_run_at"));
		if (changed.contains("status")) {
			cells.word(CampaignField.STATUS, Sql.word(rs, "status", CampaignStatus.class));
		}
	}

}

package rei.sms.db.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** The team's campaigns and what came of them. */
@Repository
public class Campaigns {

	private final JdbcClient jdbc;

	Campaigns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every campaign. */
	public List<Campaign> all() {
		return this.jdbc.sql("SELECT * FROM campaign ORDER BY created_at, id").query(Campaigns::campaign).list();
	}

	/** Campaigns that send at {@code now}: running and inside their window. */
	public List<Campaign> sending(Instant now) {
		return all().stream()
			.filter((campaign) -> campaign.status() == CampaignStatus.RUNNING && campaign.isOpenAt(now))
			.toList();
	}

	/** The campaign of that Airtable record, id or name. */
	public Optional<Campaign> named(String word) {
		return this.jdbc
			.sql("SELECT * FROM campaign WHERE airtable_id = :word OR id::text = :word OR name = :word LIMIT 1")
			.param("word", word)
			.query(Campaigns::campaign)
			.optional();
	}

	/**
	 * Moves a campaign because a person says so, from one of those statuses only; answers
	 * whether it did.
	 */
	public boolean move(UUID id, Collection<CampaignStatus> from, CampaignStatus to) {
		return this.jdbc.sql("UPDATE campaign SET status = :to WHERE id = :id AND status = ANY (:from)")
			.param("id", id)
			.param("to", to.name())
			.param("from", from.stream().map(CampaignStatus::name).toArray(String[]::new))
			.update() == 1;
	}

	/**
	 * Has a campaign hold after its first texts until they went well; with none it goes
	 * straight on.
	 */
	public void canary(UUID id, @Nullable Integer texts) {
		this.jdbc
			.sql("""
					UPDATE campaign SET canary = :texts::integer, canary_passed_at = NULL, canary_stopped_at = NULL WHERE id = :id
					""")
			.param("id", id)
			.param("texts", texts)
			.update();
	}

	/** Lets Scheduled campaigns run once their time has come. */
	public int startDue(Instant now) {
		return this.jdbc
			.sql("""
					UPDATE campaign SET status = 'RUNNING', last_run_at = :now, last_run_result = 'Started: its Start Time has come'
					WHERE status = 'SCHEDULED' AND start_time <= :now AND (end_time IS NULL OR end_time > :now)
					""")
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Completes campaigns whose end has passed or who have nobody left to plan, send or
	 * settle.
	 */
	public int completeDone(Instant now) {
		return this.jdbc
			.sql("""
					UPDATE campaign m SET status = 'COMPLETED', last_run_at = :now, last_run_result = CASE
						WHEN end_time <= :now THEN 'Completed: its End Time has passed' ELSE 'Completed: nobody is left' END
						|| coalesce('. Before: ' || last_run_result, '')
					WHERE (status IN ('RUNNING', 'SCHEDULED') AND end_time <= :now)
						OR (status = 'RUNNING'
							AND EXISTS (SELECT 1 FROM campaign_prospect p WHERE p.campaign_id = m.id)
							AND NOT EXISTS (SELECT 1 FROM campaign_prospect p WHERE p.campaign_id = m.id AND p.planned_at IS NULL)
							AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = m.id))
					""")
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Notes the last run of a campaign and what it did, in words. The same words again
	 * are no news: each note costs a call to Airtable.
	 */
	public void noteRun(UUID id, String result, Instant now) {
		this.jdbc.sql("""
				UPDATE campaign SET last_run_at = :now, last_run_result = :result
				WHERE id = :id AND last_run_result IS DISTINCT FROM :result
				""").param("id", id).param("result", result).param("now", Sql.at(now)).update();
	}

	private static Campaign campaign(ResultSet rs, int row) throws SQLException {
		return new Campaign(Sql.uuid(rs, "id"), rs.getString("name"), Sql.word(rs, "status", CampaignStatus.class),
				rs.getString("market"), rs.getString("segment"), Sql.instantOrNull(rs, "start_time"),
				Sql.instantOrNull(rs, "end_time"), rs.getObject("canary", Integer.class), rs.getString("airtable_id"));
	}

}

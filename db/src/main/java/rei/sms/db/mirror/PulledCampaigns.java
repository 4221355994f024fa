package rei.sms.db.mirror;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** Takes over campaigns and who is on their lists. */
@Repository
public class PulledCampaigns {

	private final JdbcClient jdbc;

	private final FromAirtable fromAirtable;

	PulledCampaigns(JdbcClient jdbc, FromAirtable fromAirtable) {
		this.jdbc = jdbc;
		this.fromAirtable = fromAirtable;
	}

	/** Takes over a campaign; answers whether all of its templates are known. */
	public boolean take(PulledCampaign campaign, Instant now) {
		this.fromAirtable.change(() -> save(campaign, now));
		var templates = campaign.templates().toArray(String[]::new);
		this.jdbc.sql("""
				DELETE FROM campaign_template USING campaign m, template t
				WHERE campaign_id = m.id AND template_id = t.id AND m.airtable_id = :record
					AND t.airtable_id <> ALL (:templates)
				""").param("record", campaign.record()).param("templates", templates).update();
		this.jdbc.sql("""
				INSERT INTO campaign_template (campaign_id, template_id)
				SELECT m.id, t.id FROM campaign m, template t
				WHERE m.airtable_id = :record AND t.airtable_id = ANY (:templates)
				ON CONFLICT DO NOTHING
				""").param("record", campaign.record()).param("templates", templates).update();
		return this.jdbc
			.sql("SELECT count(*) = cardinality(:templates::text[]) FROM template WHERE airtable_id = ANY (:templates)")
			.param("templates", templates)
			.query(Boolean.class)
			.single();
	}

	/**
	 * A status that the engine set and Airtable has not seen stays, unless people stopped
	 * the campaign.
	 */
	private void save(PulledCampaign campaign, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO campaign AS m (id, name, public_name, status, market, segment, start_time, end_time, canary, created_at,
						airtable_id)
					VALUES (gen_random_uuid(), :name, :publicName, :status, :market, :segment, :start, :end, :canary,
						:now, :record)
					ON CONFLICT (airtable_id) DO UPDATE SET name = excluded.name, public_name = excluded.public_name,
						market = excluded.market, start_time = excluded.start_time, end_time = excluded.end_time,
						canary = excluded.canary,
						listed_at = CASE WHEN m.segment IS NOT DISTINCT FROM excluded.segment THEN m.listed_at END,
						segment = excluded.segment,
						status = CASE
							WHEN 'status' = ANY (m.mirror_cells) AND m.version > m.mirrored_version
								AND :status NOT IN ('PAUSED', 'DRAFT') THEN m.status
							ELSE :status END,
						mirror_cells = CASE WHEN :status IN ('PAUSED', 'DRAFT') THEN array_remove(m.mirror_cells, 'status')
							ELSE m.mirror_cells END
					""")
			.param("record", campaign.record())
			.param("name", campaign.name())
			.param("publicName", campaign.publicName(), Types.VARCHAR)
			.param("status", campaign.status().name())
			.param("market", campaign.market(), Types.VARCHAR)
			.param("segment", campaign.segment(), Types.VARCHAR)
			.param("start", Sql.orNull(campaign.start()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("end", Sql.orNull(campaign.end()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("canary", campaign.canary(), Types.INTEGER)
			.param("now", Sql.at(now))
			.update();
	}

	/** Stops campaigns whose records were deleted. */
	public int stopDeleted(Collection<String> records) {
		return this.jdbc.sql("""
				UPDATE campaign SET status = 'PAUSED'
				WHERE airtable_id = ANY (:records) AND status IN ('RUNNING', 'SCHEDULED', 'DRAFT')
				""").param("records", records.toArray(String[]::new)).update();
	}

	/** Puts prospects on a campaign's list, by their record ids. */
	public int list(String campaign, Collection<String> prospects) {
		return this.jdbc.sql("""
				INSERT INTO campaign_prospect (campaign_id, prospect_id)
				SELECT m.id, p.id FROM campaign m, prospect p
				WHERE m.airtable_id = :campaign AND p.airtable_id = ANY (:prospects)
				ON CONFLICT DO NOTHING
				""").param("campaign", campaign).param("prospects", prospects.toArray(String[]::new)).update();
	}

	/** Campaigns that send and whose view was not listed for so long. */
	public List<Segment> unlisted(Duration since, Instant now) {
		return this.jdbc.sql("""
				SELECT id, airtable_id, segment FROM campaign
				WHERE status IN ('RUNNING', 'SCHEDULED') AND btrim(segment) <> ''
					AND coalesce(listed_at, '-infinity') <= :before
				ORDER BY created_at, id
				""")
			.param("before", Sql.at(now.minus(since)))
			.query((rs, _) -> new Segment(Sql.uuid(rs, "id"), rs.getString("airtable_id"), rs.getString("segment")))
			.list();
	}

	/** Puts the prospects of a view on a campaign's list. */
	public int listView(UUID campaign, Collection<String> prospects) {
		return this.jdbc.sql("""
				INSERT INTO campaign_prospect (campaign_id, prospect_id, source)
				SELECT :campaign, p.id, 'VIEW' FROM prospect p WHERE p.airtable_id = ANY (:prospects)
				ON CONFLICT DO NOTHING
				""").param("campaign", campaign).param("prospects", prospects.toArray(String[]::new)).update();
	}

	/** Takes off the list whom the view shows no longer and who is not planned yet. */
	public void listed(UUID campaign, Collection<String> prospects, Instant now) {
		this.jdbc.sql("""
				DELETE FROM campaign_prospect c USING prospect p
				WHERE c.campaign_id = :campaign AND c.source = 'VIEW' AND c.planned_at IS NULL AND p.id = c.prospect_id
					AND p.airtable_id <> ALL (:prospects)
				""").param("campaign", campaign).param("prospects", prospects.toArray(String[]::new)).update();
		this.jdbc.sql("UPDATE campaign SET listed_at = :now WHERE id = :campaign")
			.param("campaign", campaign)
			.param("now", Sql.at(now))
			.update();
	}

	/** A campaign and the view that lists its prospects. */
	public record Segment(UUID campaign, String record, String view) {
	}

}

package rei.sms.jobs.campaign;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.campaign.Templates;
import rei.sms.db.contact.Stage;
import rei.sms.jobs.TestRows;

/** Campaigns, lists and numbers as a team would set them up. */
@Component
class Story {

	static final String HOUSTON = "Houston, TX";

	private final TestRows rows;

	private final Templates templates;

	private final JdbcClient jdbc;

	private final Clock clock;

	Story(TestRows rows, Templates templates, JdbcClient jdbc, Clock clock) {
		this.rows = rows;
		this.templates = templates;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void number(String phone, String market) {
		this.rows.insert("number", Map.of("phone", phone, "market", market));
	}

	/** A running campaign in Houston with one template and two numbers. */
	UUID houston() {
		number("+18325550100", HOUSTON);
		number("+18325550101", HOUSTON);
		template("recT1", "Hi {First|there}, it's Sam at Bayou Homes. Do you still own {Address}?");
		return campaign("Houston spring", Map.of());
	}

	UUID campaign(String name, Map<String, ?> values) {
		var all = new HashMap<String, Object>(Map.of("name", name, "status", "RUNNING", "market", HOUSTON));
		all.putAll(values);
		return this.rows.insert("campaign", all);
	}

	void template(String record, String message) {
		template(record, Stage.OWNERSHIP_CONFIRMATION, "Intro", message);
	}

	void template(String record, Stage stage, String category, String message) {
		this.templates.save(record, stage, category, record, null, message, this.clock.instant());
	}

	void link(UUID campaign, String record) {
		this.jdbc.sql("""
				INSERT INTO campaign_template (campaign_id, template_id)
				SELECT :campaign, id FROM template WHERE airtable_id = :record
				""").param("campaign", campaign).param("record", record).update();
	}

	/**
	 * A prospect of a campaign's list, in Houston unless {@code values} say otherwise.
	 */
	UUID prospect(UUID campaign, String phone, Map<String, ?> values) {
		var all = new HashMap<String, Object>(Map.of("phone1", phone, "first_name", "ANN", "address", "12 OAK ST",
				"city", "Houston", "state", "TX", "zip", "77002"));
		all.putAll(values);
		var id = this.rows.insert("prospect", all);
		list(campaign, id);
		return id;
	}

	UUID prospect(UUID campaign, String phone) {
		return prospect(campaign, phone, Map.of());
	}

	void list(UUID campaign, UUID prospect) {
		this.jdbc.sql("INSERT INTO campaign_prospect (campaign_id, prospect_id) VALUES (:campaign, :prospect)")
			.param("campaign", campaign)
			.param("prospect", prospect)
			.update();
	}

	/** Many prospects of Houston, each with a phone of its own. */
	void prospects(UUID campaign, int count) {
		this.jdbc
			.sql("""
					WITH made AS (
						INSERT INTO prospect (id, phone1, first_name, address, city, state, zip, created_at)
						SELECT gen_random_uuid(), '+1713' || (2000000 + n), 'ANN', n || ' OAK ST', 'Houston', 'TX', '77002', :now
						FROM generate_series(1, :count) AS n
						RETURNING id)
					INSERT INTO campaign_prospect (campaign_id, prospect_id) SELECT :campaign, id FROM made
					""")
			.param("campaign", campaign)
			.param("count", count)
			.param("now", Sql.at(this.clock.instant()))
			.update();
		this.jdbc.sql("ANALYZE prospect, campaign_prospect").update();
	}

}

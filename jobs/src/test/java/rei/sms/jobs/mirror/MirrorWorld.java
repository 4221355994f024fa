package rei.sms.jobs.mirror;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.StoredRow;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows on both sides for tests of the mirror. */
final class MirrorWorld {

	static final String OUR_NUMBER = "+17135550100";

	private final AirtableStandIn airtable;

	private final TestRows rows;

	private final JdbcClient jdbc;

	private final MutableClock clock;

	private int phones;

	MirrorWorld(AirtableStandIn airtable, TestRows rows, JdbcClient jdbc, MutableClock clock) {
		this.airtable = airtable;
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Both sides empty, all faults over. */
	void clear() {
		this.rows.clear();
		this.airtable.faults().clear();
		this.airtable.bases().forEach((base) -> {
			this.airtable.allow(base);
			this.airtable.tables(base)
				.forEach((table) -> this.airtable.rows(base, table)
					.forEach((row) -> this.airtable.delete(base, table, row.id())));
		});
	}

	/** A phone that nobody has yet. */
	String phone() {
		this.phones++;
		return "+1713555%04d".formatted(1000 + this.phones);
	}

	/** A prospect that both sides know. */
	UUID prospect(String phone) {
		var record = this.airtable.add(MirrorTestContext.LEADS, "Prospects", Map.of("Phone 1", phone));
		return contact(phone, this.rows.insert("prospect", Map.of("phone1", phone, "status", "UNMESSAGED",
				"airtable_id", record, "version", 1, "mirrored_version", 1)));
	}

	/** A prospect that Airtable has not seen. */
	UUID unknownProspect(String phone) {
		return contact(phone, this.rows.insert("prospect", Map.of("phone1", phone, "status", "REPLIED")));
	}

	private UUID contact(String phone, UUID prospect) {
		this.rows.insert("contact", Map.of("phone", phone, "prospect_id", prospect));
		return prospect;
	}

	/** A text of ours on its way, without a SID yet. */
	UUID queued(UUID prospect) {
		return queued(prospect, "Hi, is this your house?");
	}

	/** A text of ours on its way, that says this. */
	UUID queued(UUID prospect, String body) {
		return this.rows.insert("conversation",
				Map.of("direction", "OUTBOUND", "seller_phone", phoneOf(prospect), "our_number", OUR_NUMBER, "body",
						body, "status", "QUEUED", "kind", "CAMPAIGN", "processed_by", "CAMPAIGN_RUNNER", "prospect_id",
						prospect));
	}

	/** What a seller wrote. */
	UUID inbound(UUID prospect, String sid) {
		return this.rows.insert("conversation",
				Map.of("direction", "INBOUND", "seller_phone", phoneOf(prospect), "our_number", OUR_NUMBER, "body",
						"Who is this?", "sid", sid, "prospect_id", prospect, "received_at", Sql.at(now())));
	}

	/** Makes a lead of a prospect, as a promotion does. */
	UUID promote(UUID prospect) {
		var lead = this.rows.insert("lead", Map.of("phone", phoneOf(prospect), "prospect_id", prospect, "status",
				"ACTIVE_COMMUNICATION", "source", "Texting"));
		this.jdbc.sql("UPDATE conversation SET lead_id = :lead, prospect_id = NULL WHERE prospect_id = :prospect")
			.param("lead", lead)
			.param("prospect", prospect)
			.update();
		return lead;
	}

	/** Changes columns of a row. */
	void update(String table, UUID id, String set) {
		this.jdbc.sql("UPDATE " + table + " SET " + set + " WHERE id = :id").param("id", id).update();
	}

	String phoneOf(UUID prospect) {
		return this.rows.text("SELECT phone1 FROM prospect WHERE id = '" + prospect + "'");
	}

	/** The record that shows a row. */
	String recordOf(String table, UUID id) {
		return this.rows.text("SELECT airtable_id FROM " + table + " WHERE id = '" + id + "'");
	}

	List<StoredRow> conversations() {
		return this.airtable.rows(MirrorTestContext.LEADS, "Conversations");
	}

	/** The one conversation that has this in its TextGrid ID. */
	StoredRow conversation(String textGridId) {
		var found = conversations().stream().filter((row) -> textGridId.equals(row.text("TextGrid ID"))).toList();
		assertThat(found).as("records of " + textGridId).hasSize(1);
		return found.getFirst();
	}

	Instant now() {
		return this.clock.instant();
	}

}

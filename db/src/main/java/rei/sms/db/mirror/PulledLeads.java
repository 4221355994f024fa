package rei.sms.db.mirror;

import java.sql.Types;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Leads;

/** Takes over leads: their status, and those that people made. */
@Repository
public class PulledLeads {

	private final JdbcClient jdbc;

	private final Contacts contacts;

	private final Leads leads;

	private final FromAirtable fromAirtable;

	PulledLeads(JdbcClient jdbc, Contacts contacts, Leads leads, FromAirtable fromAirtable) {
		this.jdbc = jdbc;
		this.contacts = contacts;
		this.leads = leads;
		this.fromAirtable = fromAirtable;
	}

	/** Takes over a lead; answers {@code false} when its phone is another lead's. */
	public boolean take(PulledLead lead, Instant now) {
		this.contacts.ensure(List.of(lead.phone()), now);
		this.jdbc.sql("""
				UPDATE lead SET airtable_id = :record WHERE phone = :phone AND airtable_id IS NULL
					AND NOT EXISTS (SELECT 1 FROM lead o WHERE o.airtable_id = :record)
				""").param("record", lead.record()).param("phone", lead.phone().e164()).update();
		this.fromAirtable.change(() -> save(lead, now));
		return link(lead);
	}

	private void save(PulledLead lead, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO lead AS l (id, phone, prospect_id, campaign_id, status, source, sent_count, reply_count,
						delivered_count, failed_count, created_at, airtable_id, mirrored_version)
					SELECT gen_random_uuid(), :phone, coalesce(p.id, k.prospect_id), m.id, coalesce(:status, 'NEW'), :source,
						:sent, :replies, :delivered, :failed, :now, :record, 1
					FROM contact k LEFT JOIN prospect p ON p.airtable_id = :prospect
					LEFT JOIN campaign m ON m.airtable_id = :campaign
					WHERE k.phone = :phone
						AND NOT EXISTS (SELECT 1 FROM lead o WHERE o.phone = :phone AND o.airtable_id <> :record)
					ON CONFLICT (airtable_id) DO UPDATE SET status = coalesce(:status, l.status)
					""")
			.param("record", lead.record())
			.param("phone", lead.phone().e164())
			.param("status", Sql.orNull(lead.status()), Types.VARCHAR)
			.param("source", lead.source(), Types.VARCHAR)
			.param("prospect", lead.prospect(), Types.VARCHAR)
			.param("campaign", lead.campaign(), Types.VARCHAR)
			.param("sent", lead.sentCount())
			.param("replies", lead.replyCount())
			.param("delivered", lead.deliveredCount())
			.param("failed", lead.failedCount())
			.param("now", Sql.at(now))
			.update();
	}

	private boolean link(PulledLead lead) {
		this.jdbc.sql("""
				UPDATE contact k SET lead_id = l.id FROM lead l
				WHERE l.airtable_id = :record AND k.phone = l.phone AND k.lead_id IS NULL
				""").param("record", lead.record()).update();
		this.leads.relink(lead.phone());
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM lead WHERE airtable_id = :record)")
			.param("record", lead.record())
			.query(Boolean.class)
			.single();
	}

}

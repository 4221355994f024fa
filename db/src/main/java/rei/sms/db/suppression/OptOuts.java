package rei.sms.db.suppression;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;

/** Opt-outs that people of the team enter for a seller. */
@Repository
public class OptOuts {

	private final JdbcClient jdbc;

	private final Suppressions suppressions;

	private final Contacts contacts;

	OptOuts(JdbcClient jdbc, Suppressions suppressions, Contacts contacts) {
		this.jdbc = jdbc;
		this.suppressions = suppressions;
		this.contacts = contacts;
	}

	/**
	 * Nothing is sent to that phone any more, and what is queued for it is taken back.
	 */
	@Transactional
	public void enter(PhoneNumber phone, Instant now) {
		this.suppressions.suppress(
				List.of(new Suppression(phone, SuppressionReason.MANUAL, SuppressionSource.MANUAL, null, null, now)));
		this.jdbc.sql("""
				UPDATE prospect SET opt_out = true, status = 'OPT_OUT'
				WHERE id = (SELECT prospect_id FROM contact WHERE phone = :phone)
				""").param("phone", phone.e164()).update();
		this.contacts.moveTo(phone, Stage.OPT_OUT);
	}

}

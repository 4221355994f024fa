package rei.sms.db.contact;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/** In whose hands a thread is: the engine's, or a person's. */
@Repository
public class Hands {

	private final JdbcClient jdbc;

	Hands(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Gives a thread to a person: the engine no longer answers it. */
	public void handOver(PhoneNumber phone, Instant now) {
		this.jdbc.sql("""
				UPDATE contact SET handed_to_person_at = :now WHERE phone = :phone AND handed_to_person_at IS NULL
				""").param("phone", phone.e164()).param("now", Sql.at(now)).update();
	}

	/** Gives a thread back to the engine, which begins to count its answers anew. */
	public void takeBack(PhoneNumber phone) {
		this.jdbc.sql("""
				UPDATE contact SET handed_to_person_at = NULL, automatic_replies = 0, last_human_at = NULL
				WHERE phone = :phone
				""").param("phone", phone.e164()).update();
	}

}

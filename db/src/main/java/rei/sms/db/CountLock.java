package rei.sms.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever changes the counts that many messages share takes this first, so that two
 * transactions never wait for one another's rows. It ends with the caller's transaction
 * and is held for milliseconds.
 */
@Component
public class CountLock {

	private final JdbcClient jdbc;

	CountLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits for the caller's turn. */
	public void take() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('counts'))").query().listOfRows();
	}

}

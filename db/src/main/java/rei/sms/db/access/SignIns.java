package rei.sms.db.access;

import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/**
 * Tries to sign in. Each is noted before its password is looked at, so that many at once
 * gain nothing.
 */
@Repository
public class SignIns {

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private static final int MOST_OF_ONE = 10;

	private static final int MOST_OF_ALL = 300;

	private final JdbcClient jdbc;

	SignIns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes a try from an address; answers whether it may go on, which it may not after
	 * too many that failed.
	 */
	public boolean mayTry(String address, Instant now) {
		this.jdbc.sql("DELETE FROM ops_sign_in WHERE at < :before").param("before", Sql.at(now.minus(WINDOW))).update();
		this.jdbc.sql("INSERT INTO ops_sign_in (address, at) VALUES (:address, :now)")
			.param("address", address)
			.param("now", Sql.at(now))
			.update();
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM ops_sign_in WHERE address = :address) <= :one
					AND (SELECT count(*) FROM ops_sign_in) <= :all
				""")
			.param("address", address)
			.param("one", MOST_OF_ONE)
			.param("all", MOST_OF_ALL)
			.query(Boolean.class)
			.single();
	}

	/** Forgets the tries from an address: one succeeded. */
	public void forget(String address) {
		this.jdbc.sql("DELETE FROM ops_sign_in WHERE address = :address").param("address", address).update();
	}

}

package rei.sms.db.contact;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.conversation.Told;
import rei.sms.db.message.PhoneNumber;

/**
 * What each seller has told over all messages: the latest of what has one value, all of
 * the rest.
 */
@Repository
public class SellerFacts {

	private final JdbcClient jdbc;

	SellerFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds what a message told. */
	public void note(PhoneNumber phone, Told told) {
		this.jdbc
			.sql("""
					UPDATE contact SET asking_low = coalesce(:low::bigint, asking_low),
						asking_high = coalesce(:high::bigint, asking_high), write_again = coalesce(:again::date, write_again),
						reasons = ARRAY (SELECT DISTINCT unnest(reasons || :reasons::text[]) ORDER BY 1),
						conditions = ARRAY (SELECT DISTINCT unnest(conditions || :conditions::text[]) ORDER BY 1),
						language = coalesce(:language::text, language)
					WHERE phone = :phone
					""")
			.param("phone", phone.e164())
			.param("low", told.askingLow())
			.param("high", told.askingHigh())
			.param("again", told.writeAgain())
			.param("reasons", told.reasons().toArray(String[]::new))
			.param("conditions", told.conditions().toArray(String[]::new))
			.param("language", told.language())
			.update();
	}

	/** All that is known of a seller. */
	public Told of(PhoneNumber phone) {
		return this.jdbc.sql("SELECT * FROM contact WHERE phone = :phone")
			.param("phone", phone.e164())
			.query(SellerFacts::told)
			.optional()
			.orElse(Told.NOTHING);
	}

	private static Told told(ResultSet rs, int row) throws SQLException {
		return new Told(rs.getObject("asking_low", Long.class), rs.getObject("asking_high", Long.class),
				Sql.dayOrNull(rs, "write_again"), Sql.words(rs, "reasons"), Sql.words(rs, "conditions"),
				rs.getString("language"));
	}

}

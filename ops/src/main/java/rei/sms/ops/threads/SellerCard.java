package rei.sms.ops.threads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;
import rei.sms.ops.access.PagesOn;

/** Reads whom a thread is with. */
@Component
@Conditional(PagesOn.class)
class SellerCard {

	private final JdbcClient jdbc;

	SellerCard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Seller> of(PhoneNumber phone) {
		return this.jdbc
			.sql("""
					SELECT k.*, coalesce(nullif(btrim(p.name), ''), nullif(btrim(concat_ws(' ', p.first_name, p.last_name)), ''),
							'Unknown owner') AS name, concat_ws(', ', p.address, p.city, concat_ws(' ', p.state, p.zip)) AS address,
						p.market, l.status AS lead_status, s.reason AS suppressed, s.since AS suppressed_since,
						array_to_string(k.zones, ', ') AS all_zones
					FROM contact k JOIN prospect p ON p.id = k.prospect_id
					LEFT JOIN lead l ON l.id = k.lead_id
					LEFT JOIN suppression s ON s.phone = k.phone AND s.lifted_at IS NULL
					WHERE k.phone = :phone
					""")
			.param("phone", phone.e164())
			.query(SellerCard::seller)
			.optional();
	}

	private static Seller seller(ResultSet rs, int row) throws SQLException {
		var stage = Sql.wordOrNull(rs, "stage", Stage.class);
		return new Seller(rs.getString("phone"), rs.getString("name"), rs.getString("address"), rs.getString("market"),
				(stage != null) ? stage.label() : null, rs.getString("our_number"), rs.getString("lead_id") != null,
				rs.getString("lead_status"), rs.getString("suppressed"), Sql.instantOrNull(rs, "suppressed_since"),
				Sql.instantOrNull(rs, "handed_to_person_at"), rs.getString("unreachable_code"),
				rs.getString("all_zones"));
	}

}

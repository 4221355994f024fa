package rei.sms.db.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/**
 * Sellers who wrote something that nobody has understood yet: it may ask us to stop in
 * words that the webhook's quick look missed.
 */
@Repository
public class Unheard {

	private final JdbcClient jdbc;

	Unheard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those among the phones. What is parked waits for a person and does not count. */
	public Set<PhoneNumber> among(Collection<PhoneNumber> phones) {
		return new HashSet<>(this.jdbc.sql("""
				SELECT seller_phone FROM inbound i
				WHERE linked_at IS NULL AND seller_phone = ANY (:phones)
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'link-inbound' AND p.key = i.sid)
				UNION
				SELECT seller_phone FROM conversation c
				WHERE direction = 'INBOUND' AND classified_at IS NULL AND seller_phone = ANY (:phones)
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'classify-inbound' AND p.key = c.id::text)
				""").param("phones", Sql.array(phones)).query((rs, row) -> Sql.phone(rs, "seller_phone")).list());
	}

}

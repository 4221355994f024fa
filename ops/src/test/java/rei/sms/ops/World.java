package rei.sms.ops;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;

/** Puts sellers, messages and campaigns straight into the tables. */
class World {

	static final String OURS = "+17135550100";

	private final JdbcClient jdbc;

	World(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void number(String phone, String market) {
		this.jdbc.sql("INSERT INTO number (phone, market, created_at) VALUES (:phone, :market, :now)")
			.param("phone", phone)
			.param("market", market)
			.param("now", Sql.at(TestPages.NOON))
			.update();
	}

	void seller(String phone, String name, String address) {
		var id = UUID.randomUUID();
		this.jdbc.sql("""
				INSERT INTO prospect (id, name, phone1, address, city, state, created_at)
				VALUES (:id, :name, :phone, :address, 'Houston', 'TX', :now)
				""")
			.param("id", id)
			.param("name", name)
			.param("phone", phone)
			.param("address", address)
			.param("now", Sql.at(TestPages.NOON))
			.update();
		this.jdbc.sql("""
				INSERT INTO contact (phone, prospect_id, our_number, last_inbound_at, created_at)
				VALUES (:phone, :id, :ours, :now, :now)
				""")
			.param("phone", phone)
			.param("id", id)
			.param("ours", OURS)
			.param("now", Sql.at(TestPages.NOON))
			.update();
	}

	UUID campaign(String name, String status) {
		var id = UUID.randomUUID();
		this.jdbc.sql(
				"INSERT INTO campaign (id, name, status, market, created_at) VALUES (:id, :name, :status, 'Houston', :now)")
			.param("id", id)
			.param("name", name)
			.param("status", status)
			.param("now", Sql.at(TestPages.NOON))
			.update();
		return id;
	}

	UUID inbound(String phone, String sid, String body, Instant at) {
		return message(phone, sid, "INBOUND", body, null, at);
	}

	UUID sent(String phone, String sid, String body, Instant at) {
		return message(phone, sid, "OUTBOUND", body, "SENT", at);
	}

	private UUID message(String phone, String sid, String direction, String body, @Nullable String status, Instant at) {
		var id = UUID.randomUUID();
		this.jdbc
			.sql("""
					INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, prospect_id, sent_at,
						received_at, classified_at, created_at, intent, ai_intent, confidence, classifier, summary, facts)
					SELECT :id, :sid, :direction, :phone, :ours, :body, :status, prospect_id,
						CASE WHEN :direction = 'OUTBOUND' THEN :at::timestamptz END,
						CASE WHEN :direction = 'INBOUND' THEN :at::timestamptz END,
						CASE WHEN :direction = 'INBOUND' THEN :at::timestamptz END, :at,
						CASE WHEN :direction = 'INBOUND' THEN 'NEUTRAL' END, CASE WHEN :direction = 'INBOUND' THEN 'NEUTRAL' END,
						0.41, 'test', 'says little', CASE WHEN :direction = 'INBOUND' THEN '{"asking_price": 210000}'::jsonb END
					FROM contact WHERE phone = :phone
					""")
			.param("id", id)
			.param("sid", sid)
			.param("direction", direction)
			.param("phone", phone)
			.param("ours", OURS)
			.param("body", body)
			.param("status", status)
			.param("at", Sql.at(at))
			.update();
		return id;
	}

	long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	void change(String sql) {
		this.jdbc.sql(sql).update();
	}

}

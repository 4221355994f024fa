package rei.sms.config.processes;

import java.util.List;
import java.util.stream.IntStream;

import rei.sms.db.Sql;

/** Sellers and numbers of Houston, as they stand in the engine's tables. */
final class Cast {

	static final String OURS = "+18325550100";

	private final Stage stage;

	private int sellers;

	Cast(Stage stage) {
		this.stage = stage;
	}

	/** Gives us so many numbers; the first is {@link #OURS}. */
	void numbers(int count) {
		this.stage.jdbc()
			.sql("""
					INSERT INTO number (phone, market, created_at)
					SELECT '+1832555' || lpad((100 + n)::text, 4, '0'), 'Houston, TX', now() FROM generate_series(0, :count - 1) AS n
					""")
			.param("count", count)
			.update();
	}

	/**
	 * Queues one text for each of so many new sellers, by turns a reply and a campaign's,
	 * our numbers taking turns; every fifth text has two segments.
	 * @return the sellers' phones
	 */
	List<String> queue(int count) {
		int first = this.sellers;
		this.sellers += count;
		this.stage.jdbc()
			.sql("""
					WITH ours AS (
						SELECT phone, row_number() OVER (ORDER BY phone) - 1 AS place, count(*) OVER () AS numbers FROM number),
					seller AS (
						SELECT gen_random_uuid() AS prospect, gen_random_uuid() AS text, '+1713' || (2000000 + n) AS phone,
							CASE n % 2 WHEN 0 THEN 'CAMPAIGN' ELSE 'REPLY' END AS kind, o.phone AS our_number,
							CASE n % 5 WHEN 0 THEN 2 ELSE 1 END AS segments,
							rpad('Is ' || n || ' Oak St still yours?', CASE n % 5 WHEN 0 THEN 200 ELSE 30 END, '.') AS body, n
						FROM generate_series(:first, :last) AS n JOIN ours o ON o.place = n / 2 % o.numbers),
					listed AS (
						INSERT INTO prospect (id, phone1, first_name, address, city, state, zip, market, airtable_id, created_at)
						SELECT prospect, phone, 'ANN', n || ' OAK ST', 'Houston', 'TX', '77002', 'Houston, TX', 'rec' || n, :now
						FROM seller),
					known AS (
						INSERT INTO contact (phone, prospect_id, enriched_at, created_at)
						SELECT phone, prospect, :now, :now FROM seller),
					logged AS (
						INSERT INTO conversation (id, direction, kind, seller_phone, our_number, body, status, processed_by,
							prospect_id, segments, created_at)
						SELECT text, 'OUTBOUND', kind, phone, our_number, body, 'QUEUED', 'CAMPAIGN_RUNNER', prospect, segments,
							:now
						FROM seller)
					INSERT INTO outbox (conversation_id, seller_phone, our_number, market, kind, priority, state, not_before,
						segments, queued_at)
					SELECT text, phone, our_number, 'Houston, TX', kind, 5, 'QUEUED', :now, segments, :now FROM seller
					""")
			.param("first", first)
			.param("last", first + count - 1)
			.param("now", Sql.at(Stage.NOON))
			.update();
		return phones(first, count);
	}

	/** A running campaign with one template and an empty list. */
	void campaign() {
		this.stage.jdbc()
			.sql("""
					WITH t AS (
						INSERT INTO template (id, airtable_id, created_at) VALUES (gen_random_uuid(), 'recT', :now) RETURNING id),
					v AS (
						INSERT INTO template_version (id, template_id, number, stage, category, name, message, created_at)
						SELECT gen_random_uuid(), id, 1, 'OWNERSHIP_CONFIRMATION', 'Intro', 'First touch',
							'Hi {First}, do you still own {Address}?', :now FROM t),
					m AS (
						INSERT INTO campaign (id, name, status, market, created_at)
						VALUES (gen_random_uuid(), 'Houston', 'RUNNING', 'Houston, TX', :now) RETURNING id)
					INSERT INTO campaign_template (campaign_id, template_id) SELECT m.id, t.id FROM m, t
					""")
			.param("now", Sql.at(Stage.NOON))
			.update();
	}

	/**
	 * Puts so many new sellers on the campaign's list.
	 * @return their phones
	 */
	List<String> list(int count) {
		int first = this.sellers;
		this.sellers += count;
		this.stage.jdbc()
			.sql("""
					WITH listed AS (
						INSERT INTO prospect (id, phone1, first_name, address, city, state, zip, market, airtable_id, created_at)
						SELECT gen_random_uuid(), '+1713' || (2000000 + n), 'ANN', n || ' OAK ST', 'Houston', 'TX', '77002',
							'Houston, TX', 'rec' || n, :now
						FROM generate_series(:first, :last) AS n RETURNING id)
					INSERT INTO campaign_prospect (campaign_id, prospect_id)
					SELECT campaign.id, listed.id FROM listed, campaign
					""")
			.param("first", first)
			.param("last", first + count - 1)
			.param("now", Sql.at(Stage.NOON))
			.update();
		return phones(first, count);
	}

	/** Tells the workers that there is something to do. */
	void call() {
		this.stage.jdbc().sql("SELECT pg_notify('work', 'outbox')").query().listOfRows();
	}

	/**
	 * Stages texts of so many new sellers by turns, as the webhook does, oldest first.
	 */
	void write(int count, int by) {
		int first = this.sellers;
		this.sellers += by;
		this.stage.jdbc()
			.sql("""
					INSERT INTO inbound (sid, conversation_id, seller_phone, our_number, body, linked_to, received_at)
					SELECT 'SM' || lpad(n::text, 9, '0'), gen_random_uuid(), '+1713' || (2000000 + :first + n % :by), :ours,
						'Yes, it is mine, ' || n, 'PROSPECT', :now::timestamptz + n * interval '1 millisecond'
					FROM generate_series(0, :count - 1) AS n
					""")
			.param("first", first)
			.param("by", by)
			.param("count", count)
			.param("ours", OURS)
			.param("now", Sql.at(Stage.NOON))
			.update();
	}

	private static List<String> phones(int first, int count) {
		return IntStream.range(first, first + count).mapToObj((n) -> "+1713" + (2000000 + n)).toList();
	}

}

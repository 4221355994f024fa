package rei.sms.db.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.message.PhoneNumber;

/** Every phone we know. */
@Repository
public class Contacts {

	private final JdbcClient jdbc;

	Contacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The contacts of those phones that are known. */
	public Map<PhoneNumber, Contact> find(Collection<PhoneNumber> phones) {
		var found = new HashMap<PhoneNumber, Contact>();
		this.jdbc.sql("SELECT * FROM contact WHERE phone = ANY (:phones)")
			.param("phones", Sql.array(phones))
			.query(Contacts::contact)
			.list()
			.forEach((contact) -> found.put(contact.phone(), contact));
		return found;
	}

	/** The contact of a phone, if it is known. */
	public Optional<Contact> find(PhoneNumber phone) {
		return Optional.ofNullable(find(List.of(phone)).get(phone));
	}

	/**
	 * Makes sure that each phone has a contact: of the prospect who has it as Phone 1,
	 * else as Phone 2, else of a new prospect.
	 */
	public void ensure(Collection<PhoneNumber> phones, Instant now) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('contact'))").query().listOfRows();
		this.jdbc
			.sql("""
					WITH missing AS (
						SELECT DISTINCT phone FROM unnest(:phones::text[]) AS phone
						WHERE NOT EXISTS (SELECT 1 FROM contact k WHERE k.phone = phone.phone)),
					matched AS (
						SELECT phone, coalesce(
							(SELECT id FROM prospect p WHERE p.phone1 = missing.phone ORDER BY created_at, id LIMIT 1),
							(SELECT id FROM prospect p WHERE p.phone2 = missing.phone ORDER BY created_at, id LIMIT 1)) AS known
						FROM missing),
					created AS (
						INSERT INTO prospect (id, phone1, status, created_at)
						SELECT gen_random_uuid(), phone, 'UNMESSAGED', :now FROM matched WHERE known IS NULL
						RETURNING id, phone1)
					INSERT INTO contact (phone, prospect_id, our_number, created_at)
					SELECT m.phone, coalesce(m.known, c.id), p.our_number, :now
					FROM matched m LEFT JOIN created c ON c.phone1 = m.phone LEFT JOIN prospect p ON p.id = m.known
					ON CONFLICT (phone) DO NOTHING
					""")
			.param("phones", Sql.array(phones))
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Makes sure that each phone has a contact with its places, a new one of the prospect
	 * named.
	 */
	public void ensure(Map<UUID, Enriched> prospects, Instant now) {
		var contacts = List.copyOf(prospects.values());
		var created = new HashSet<>(this.jdbc.sql("""
				INSERT INTO contact (phone, prospect_id, our_number, line_type, states, zones, unreachable_at,
					unreachable_code, enriched_at, created_at)
				SELECT t.phone, t.prospect_id, p.our_number, t.line_type, string_to_array(t.states, ','),
					string_to_array(t.zones, ','), CASE WHEN NOT t.takes_texts THEN :now::timestamptz END,
					CASE WHEN NOT t.takes_texts THEN t.line_type END, :now, :now
				FROM unnest(:phones::text[], :prospects::uuid[], :lineTypes::text[], :takesTexts::boolean[],
					:states::text[], :zones::text[]) AS t (phone, prospect_id, line_type, takes_texts, states, zones)
				JOIN prospect p ON p.id = t.prospect_id
				ORDER BY t.phone
				ON CONFLICT (phone) DO NOTHING
				RETURNING phone
				""")
			.param("phones", Sql.array(contacts.stream().map(Enriched::phone).toList()))
			.param("prospects", prospects.keySet().toArray(UUID[]::new))
			.param("lineTypes", contacts.stream().map((contact) -> contact.lineType().name()).toArray(String[]::new))
			.param("takesTexts",
					contacts.stream().map((contact) -> contact.lineType().takesTexts()).toArray(Boolean[]::new))
			.param("states", joined(contacts, Enriched::states))
			.param("zones", joined(contacts, Enriched::zones))
			.param("now", Sql.at(now))
			.query((rs, row) -> Sql.phone(rs, "phone"))
			.list());
		enrich(contacts.stream().filter((contact) -> !created.contains(contact.phone())).toList(), now);
	}

	/**
	 * Moves a contact forward to {@code stage}; a stage further on stays. Its prospect
	 * shows it, and the campaign counts the first offer talked about.
	 */
	public void moveTo(PhoneNumber phone, Stage stage) {
		this.jdbc
			.sql("""
					WITH was AS (SELECT phone, stage FROM contact WHERE phone = :phone FOR UPDATE),
					moved AS (
						UPDATE contact k SET stage = :stage, automatic_replies = 0,
							stage_before_stop = CASE WHEN :stage IN ('OPT_OUT', 'DNC') THEN k.stage ELSE k.stage_before_stop END
						FROM was WHERE k.phone = was.phone AND stage_rank(was.stage) < stage_rank(:stage)
						RETURNING k.prospect_id, was.stage),
					offered AS (
						UPDATE campaign SET offers = offers + 1
						WHERE id = (SELECT c.campaign_id FROM conversation c
								WHERE c.seller_phone = :phone AND c.campaign_id IS NOT NULL ORDER BY c.created_at DESC LIMIT 1)
							AND :stage NOT IN ('OPT_OUT', 'DNC') AND stage_rank(:stage) >= stage_rank('OFFER_FOLLOW_UP')
							AND EXISTS (SELECT 1 FROM moved WHERE stage_rank(stage) < stage_rank('OFFER_FOLLOW_UP')))
					UPDATE prospect SET stage = :stage FROM moved WHERE id = moved.prospect_id
					""")
			.param("phone", phone.e164())
			.param("stage", stage.name())
			.update();
	}

	/** Counts an automatic answer since the contact last came any further. */
	public void countAutomaticReply(PhoneNumber phone) {
		this.jdbc.sql("UPDATE contact SET automatic_replies = automatic_replies + 1 WHERE phone = :phone")
			.param("phone", phone.e164())
			.update();
	}

	/** Shows on the prospect what its contact's last message means. */
	public void noteIntent(PhoneNumber phone, AiIntent aiIntent, Intent intent) {
		this.jdbc.sql("""
				UPDATE prospect p SET status = CASE
					WHEN :intent = 'REJECT' THEN 'NOT_INTERESTED'
					WHEN :intent = 'DELAY' THEN 'FOLLOW_UP'
					WHEN :aiIntent = 'INTRO' AND p.status IN ('MESSAGED', 'REPLIED') THEN 'OWNER_VERIFIED'
					ELSE p.status END
				FROM contact k
				WHERE k.phone = :phone AND p.id = k.prospect_id AND p.status NOT IN ('OPT_OUT', 'LEAD_CREATED')
					AND (:intent IN ('REJECT', 'DELAY') OR :aiIntent = 'INTRO')
				""")
			.param("phone", phone.e164())
			.param("aiIntent", aiIntent.name())
			.param("intent", intent.name())
			.update();
	}

	/** Takes a contact that said START back to the stage before its stop. */
	public void liftStop(PhoneNumber phone) {
		this.jdbc.sql("""
				WITH lifted AS (
					UPDATE contact SET stage = stage_before_stop WHERE phone = :phone AND stage = 'OPT_OUT'
					RETURNING prospect_id, stage)
				UPDATE prospect SET stage = lifted.stage, opt_out = false,
					status = CASE status WHEN 'OPT_OUT' THEN 'REPLIED' ELSE status END
				FROM lifted WHERE id = lifted.prospect_id
				""").param("phone", phone.e164()).update();
	}

	/** Notes that no text reaches this phone. */
	public void markUnreachable(PhoneNumber phone, String code, Instant at) {
		this.jdbc.sql("""
				UPDATE contact SET unreachable_at = :at, unreachable_code = :code
				WHERE phone = :phone AND unreachable_at IS NULL
				""").param("phone", phone.e164()).param("code", code).param("at", Sql.at(at)).update();
	}

	/**
	 * Keeps what a phone and its properties tell, where that is news; places that were
	 * known before stay. A line that takes no texts makes the contact unreachable.
	 */
	public void enrich(List<Enriched> contacts, Instant now) {
		if (contacts.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					UPDATE contact k SET line_type = s.line_type, enriched_at = :now,
						states = (SELECT coalesce(array_agg(DISTINCT w), '{}') FROM
							unnest(k.states || string_to_array(s.states, ',')) AS w WHERE w <> ''),
						zones = (SELECT coalesce(array_agg(DISTINCT w), '{}') FROM
							unnest(k.zones || string_to_array(s.zones, ',')) AS w WHERE w <> ''),
						unreachable_at = CASE WHEN s.takes_texts THEN k.unreachable_at ELSE coalesce(k.unreachable_at, :now) END,
						unreachable_code = CASE WHEN s.takes_texts THEN k.unreachable_code
							ELSE coalesce(k.unreachable_code, s.line_type) END
					FROM unnest(:phones::text[], :lineTypes::text[], :takesTexts::boolean[], :states::text[], :zones::text[])
						AS s (phone, line_type, takes_texts, states, zones)
					WHERE k.phone = s.phone
					""")
			.param("phones", contacts.stream().map((contact) -> contact.phone().e164()).toArray(String[]::new))
			.param("lineTypes", contacts.stream().map((contact) -> contact.lineType().name()).toArray(String[]::new))
			.param("takesTexts",
					contacts.stream().map((contact) -> contact.lineType().takesTexts()).toArray(Boolean[]::new))
			.param("states", joined(contacts, Enriched::states))
			.param("zones", joined(contacts, Enriched::zones))
			.param("now", Sql.at(now))
			.update();
	}

	/** An array of arrays must be rectangular in SQL: each row's words travel joined. */
	private static String[] joined(List<Enriched> contacts, Function<Enriched, List<String>> words) {
		return contacts.stream().map((contact) -> String.join(",", words.apply(contact))).toArray(String[]::new);
	}

	private static Contact contact(ResultSet rs, int row) throws SQLException {
		return new Contact(Sql.phone(rs, "phone"), Sql.uuid(rs, "prospect_id"), Sql.uuidOrNull(rs, "lead_id"),
				Sql.wordOrNull(rs, "stage", Stage.class), Sql.phoneOrNull(rs, "our_number"), Sql.words(rs, "states"),
				Sql.words(rs, "zones"), Sql.instantOrNull(rs, "unreachable_at"),
				Sql.instantOrNull(rs, "last_inbound_at"), Sql.instantOrNull(rs, "last_outbound_at"),
				Sql.instantOrNull(rs, "last_human_at"), rs.getInt("automatic_replies"));
	}

}

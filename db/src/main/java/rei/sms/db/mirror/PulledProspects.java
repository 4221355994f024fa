package rei.sms.db.mirror;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.SuppressionSource;
import rei.sms.db.suppression.Suppressions;

/** Takes over prospects, whose details are people's. */
@Repository
public class PulledProspects {

	private static final String SAVE = """
			INSERT INTO prospect AS p (id, name, first_name, last_name, phone1, phone2, address, city, state, zip, market,
				source_list, our_number, fields, status, stage, reply_count, send_count, last_activity, created_at,
				airtable_id, mirrored_version)
			VALUES (gen_random_uuid(), :name, :firstName, :lastName, :phone1, :phone2, :address, :city, :state, :zip,
				:market, :sourceList, :ourNumber, :fields::jsonb, coalesce(:status, 'UNMESSAGED'), :stage,
				:replyCount, :sendCount, :lastActivity, :now, :record, 1)
			ON CONFLICT (airtable_id) DO UPDATE SET name = excluded.name, first_name = excluded.first_name,
				last_name = excluded.last_name, phone1 = excluded.phone1, phone2 = excluded.phone2,
				address = excluded.address, city = excluded.city, state = excluded.state, zip = excluded.zip,
				market = coalesce(excluded.market, p.market), source_list = excluded.source_list,
				our_number = coalesce(p.our_number, excluded.our_number),
				fields = excluded.fields
			""";

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final Contacts contacts;

	private final Suppressions suppressions;

	private final FromAirtable fromAirtable;

	PulledProspects(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Contacts contacts, Suppressions suppressions,
			FromAirtable fromAirtable) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.contacts = contacts;
		this.suppressions = suppressions;
		this.fromAirtable = fromAirtable;
	}

	/**
	 * Takes over prospects and makes sure that their phones are known; answers the
	 * records that are on the list of a campaign that is not known yet.
	 */
	public Set<String> take(List<PulledProspect> prospects, Instant now) {
		adopt(prospects);
		var optedOut = optedOut(prospects);
		var rows = prospects.stream().map((prospect) -> row(prospect, now)).toArray(SqlParameterSource[]::new);
		this.fromAirtable.change(() -> this.batches.batchUpdate(SAVE, rows));
		this.contacts.ensure(phones(prospects, PulledProspect::phone1), now);
		takeStages(records(prospects));
		link(prospects);
		optOut(optedOut, now);
		return onUnknownLists(prospects);
	}

	/** By the engine's clock: the oldest prospect of a phone is the contact's. */
	private static SqlParameterSource row(PulledProspect prospect, Instant now) {
		return new SimplePropertySqlParameterSource(prospect) {

			@Override
			public boolean hasValue(String name) {
				return name.equals("now") || super.hasValue(name);
			}

			@Override
			public @Nullable Object getValue(String name) {
				return name.equals("now") ? Sql.at(now) : super.getValue(name);
			}

		};
	}

	/**
	 * Ticks again what somebody unticked: only START or the API lift a suppression.
	 * Answers the records.
	 */
	public List<String> tickAgain(List<PulledProspect> prospects) {
		return this.jdbc.sql("""
				UPDATE prospect SET version = version + 1, mirror_cells = mirror_cells || 'opt_out'::text,
					unmirrored_since = clock_timestamp(), mirror_due = clock_timestamp(), mirror_urgent = true
				WHERE airtable_id = ANY (:records) AND opt_out AND version = mirrored_version
				RETURNING airtable_id
				""")
			.param("records",
					records(prospects.stream().filter((prospect) -> Boolean.FALSE.equals(prospect.optOut())).toList()))
			.query(String.class)
			.list();
	}

	/**
	 * A prospect whom we met first and whom Airtable turns out to have is one and the
	 * same.
	 */
	private void adopt(List<PulledProspect> prospects) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('contact'))").query().listOfRows();
		var known = prospects.stream().filter((prospect) -> prospect.phone1() != null).toList();
		this.jdbc.sql("""
				UPDATE prospect p SET airtable_id = s.record
				FROM (SELECT DISTINCT ON (phone) * FROM unnest(:records::text[], :phones::text[]) AS s (record, phone)
					ORDER BY phone, record) s
				WHERE p.airtable_id IS NULL AND p.phone1 = s.phone
					AND NOT EXISTS (SELECT 1 FROM prospect o WHERE o.airtable_id = s.record)
				""")
			.param("records", records(known))
			.param("phones", known.stream().map(PulledProspect::phone1).toArray(String[]::new))
			.update();
	}

	/**
	 * Whose box is ticked, unless the engine unticked it and Airtable has not seen that;
	 * of new ones also who opted out in words.
	 */
	private List<PulledProspect> optedOut(List<PulledProspect> prospects) {
		var unticked = new HashMap<String, Boolean>();
		this.jdbc
			.sql("""
					SELECT airtable_id, 'opt_out' = ANY (mirror_cells) AND NOT opt_out AND version > mirrored_version AS unticked
					FROM prospect WHERE airtable_id = ANY (:records)
					""")
			.param("records", records(prospects))
			.query((rs, _) -> unticked.put(rs.getString("airtable_id"), rs.getBoolean("unticked")))
			.list();
		return prospects.stream()
			.filter((prospect) -> (prospect.isTicked() && !unticked.getOrDefault(prospect.record(), false))
					|| (prospect.isOptedOutInWords() && !unticked.containsKey(prospect.record())))
			.toList();
	}

	private void takeStages(String[] records) {
		this.jdbc.sql("""
				UPDATE contact k SET stage = p.stage FROM prospect p
				WHERE p.airtable_id = ANY (:records) AND k.prospect_id = p.id AND k.phone = p.phone1
					AND k.stage IS NULL AND p.stage IS NOT NULL
				""").param("records", records).update();
	}

	private void link(List<PulledProspect> prospects) {
		var linked = prospects.stream().filter((prospect) -> prospect.campaigns() != null).toList();
		var pairs = linked.stream()
			.flatMap((prospect) -> Objects.requireNonNullElse(prospect.campaigns(), List.<String>of())
				.stream()
				.map((campaign) -> new String[] { prospect.record(), campaign }))
			.toList();
		this.jdbc
			.sql("""
					WITH listed AS (
						SELECT m.id AS campaign_id, p.id AS prospect_id
						FROM unnest(:prospects::text[], :campaigns::text[]) AS s (prospect, campaign)
						JOIN prospect p ON p.airtable_id = s.prospect JOIN campaign m ON m.airtable_id = s.campaign),
					dropped AS (
						DELETE FROM campaign_prospect c USING prospect p
						WHERE p.airtable_id = ANY (:records) AND c.prospect_id = p.id AND c.source = 'LINK' AND c.planned_at IS NULL
							AND NOT EXISTS (SELECT 1 FROM listed l
								WHERE l.campaign_id = c.campaign_id AND l.prospect_id = c.prospect_id))
					INSERT INTO campaign_prospect (campaign_id, prospect_id) SELECT campaign_id, prospect_id FROM listed
					ON CONFLICT DO NOTHING
					""")
			.param("prospects", pairs.stream().map((pair) -> pair[0]).toArray(String[]::new))
			.param("campaigns", pairs.stream().map((pair) -> pair[1]).toArray(String[]::new))
			.param("records", records(linked))
			.update();
	}

	private Set<String> onUnknownLists(List<PulledProspect> prospects) {
		var known = new HashSet<>(this.jdbc.sql("SELECT airtable_id FROM campaign WHERE airtable_id IS NOT NULL")
			.query(String.class)
			.list());
		return prospects.stream()
			.filter((prospect) -> prospect.campaigns() != null && !known.containsAll(prospect.campaigns()))
			.map(PulledProspect::record)
			.collect(Collectors.toSet());
	}

	/** Opted-out owners are not texted at any of their phones. */
	private void optOut(List<PulledProspect> prospects, Instant now) {
		if (prospects.isEmpty()) {
			return;
		}
		this.jdbc.sql("UPDATE prospect SET opt_out = true, status = 'OPT_OUT' WHERE airtable_id = ANY (:records)")
			.param("records", records(prospects))
			.update();
		var phones = Stream
			.concat(phones(prospects, PulledProspect::phone1).stream(),
					phones(prospects, PulledProspect::phone2).stream())
			.distinct()
			.toList();
		var known = this.suppressions.suppressed(phones);
		this.suppressions.suppress(phones.stream()
			.filter((phone) -> !known.contains(phone))
			.map((phone) -> new Suppression(phone, SuppressionReason.MANUAL, SuppressionSource.MANUAL, null, null, now))
			.toList());
		phones.forEach((phone) -> this.contacts.moveTo(phone, Stage.OPT_OUT));
	}

	private static List<PhoneNumber> phones(List<PulledProspect> prospects,
			Function<PulledProspect, @Nullable String> phone) {
		return prospects.stream()
			.flatMap((prospect) -> Stream.ofNullable(phone.apply(prospect)))
			.map(PhoneNumber::new)
			.distinct()
			.toList();
	}

	private static String[] records(List<PulledProspect> prospects) {
		return prospects.stream().map(PulledProspect::record).toArray(String[]::new);
	}

}

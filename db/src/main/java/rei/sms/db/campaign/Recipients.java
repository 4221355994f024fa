package rei.sms.db.campaign;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.campaign.Verdict.Outcome;

/**
 * Whom each campaign texts and whom it leaves out: a phone once, whatever the list says.
 */
@Repository
public class Recipients {

	private final JdbcClient jdbc;

	Recipients(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Chooses recipients, whose contacts must exist, but for those whom the campaign
	 * chose before, a campaign wrote to since {@code recent} or is about to, or who must
	 * not be texted.
	 * @return the conversations of those chosen
	 */
	public Set<UUID> choose(Collection<Recipient> recipients, Instant recent, Instant now) {
		return new HashSet<>(this.jdbc.sql("""
				INSERT INTO recipient (campaign_id, phone, prospect_id, outcome, conversation_id, planned_at)
				SELECT t.campaign_id, t.phone, t.prospect_id, 'QUEUED', t.conversation_id, :now
				FROM unnest(:campaigns::uuid[], :phones::text[], :prospects::uuid[], :conversations::uuid[])
					AS t (campaign_id, phone, prospect_id, conversation_id)
				JOIN contact k ON k.phone = t.phone
				WHERE (k.last_campaign_at IS NULL OR k.last_campaign_at <= :recent)
					AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.seller_phone = t.phone AND o.kind = 'CAMPAIGN')
					AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.phone = t.phone AND s.lifted_at IS NULL)
				ON CONFLICT DO NOTHING
				RETURNING conversation_id
				""")
			.param("campaigns", words(recipients, Recipient::campaignId))
			.param("phones", words(recipients, Recipient::phone))
			.param("prospects", words(recipients, Recipient::prospectId))
			.param("conversations", words(recipients, Recipient::conversationId))
			.param("recent", Sql.at(recent))
			.param("now", Sql.at(now))
			.query(UUID.class)
			.list());
	}

	/** How many recipients each campaign has chosen. */
	public Map<UUID, Integer> chosen() {
		var chosen = new HashMap<UUID, Integer>();
		this.jdbc.sql("SELECT id, contacts FROM campaign").query((rs) -> {
			chosen.put(Sql.uuid(rs, "id"), rs.getInt("contacts"));
		});
		return chosen;
	}

	/** Shows on prospects and campaigns that texts are queued. */
	public void showQueued(Collection<UUID> conversations) {
		var ids = conversations.toArray(UUID[]::new);
		this.jdbc.sql("""
				UPDATE prospect p SET status = 'QUEUED'
				FROM conversation c JOIN contact k ON k.phone = c.seller_phone
				WHERE c.id = ANY (:ids) AND p.id = k.prospect_id AND p.status IN ('UNMESSAGED', 'MESSAGED')
				""").param("ids", ids).update();
		this.jdbc.sql("""
				UPDATE campaign m SET contacts = m.contacts + s.n
				FROM (SELECT campaign_id, count(*) AS n FROM conversation WHERE id = ANY (:ids) GROUP BY campaign_id) s
				WHERE m.id = s.campaign_id
				""").param("ids", ids).update();
	}

	/** Keeps what planning made of prospects; those held stay on the list. */
	public void note(Collection<Verdict> verdicts, Instant now) {
		this.jdbc.sql("""
				UPDATE campaign_prospect p SET outcome = t.outcome, reason = t.reason,
					planned_at = CASE WHEN t.outcome <> 'HELD' THEN :now::timestamptz END
				FROM unnest(:campaigns::uuid[], :prospects::uuid[], :outcomes::text[], :reasons::text[])
					AS t (campaign_id, prospect_id, outcome, reason)
				WHERE p.campaign_id = t.campaign_id AND p.prospect_id = t.prospect_id AND p.planned_at IS NULL
				""")
			.param("campaigns", words(verdicts, Verdict::campaignId))
			.param("prospects", words(verdicts, Verdict::prospectId))
			.param("outcomes", words(verdicts, Verdict::outcome))
			.param("reasons", verdicts.stream().map(Verdict::reason).toArray(String[]::new))
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * How a campaign's list stands, and what was planned of it since its last run was
	 * noted.
	 */
	public Tally sinceLastRun(UUID campaign) {
		var counts = new EnumMap<Outcome, Map<String, Integer>>(Outcome.class);
		this.jdbc
			.sql("""
					SELECT outcome, coalesce(reason, '') AS reason, count(*) AS n FROM campaign_prospect
					WHERE campaign_id = :campaign AND planned_at > (SELECT coalesce(last_run_at, '-infinity') FROM campaign WHERE id = :campaign)
					GROUP BY outcome, reason
					UNION ALL
					SELECT outcome, coalesce(reason, ''), count(*) FROM campaign_prospect
					WHERE campaign_id = :campaign AND planned_at IS NULL AND outcome IS NOT NULL
					GROUP BY outcome, reason
					""")
			.param("campaign", campaign)
			.query((rs) -> {
				counts.computeIfAbsent(Sql.word(rs, "outcome", Outcome.class), (outcome) -> new TreeMap<>())
					.merge(rs.getString("reason"), rs.getInt("n"), Integer::sum);
			});
		return new Tally(counts, left(campaign));
	}

	private int left(UUID campaign) {
		return this.jdbc.sql("SELECT coalesce(sum(prospects), 0) FROM campaign_unplanned WHERE campaign_id = :campaign")
			.param("campaign", campaign)
			.query(Integer.class)
			.single();
	}

	private static <T> String[] words(Collection<T> items, Function<T, Object> value) {
		return items.stream().map(value).map(Object::toString).toArray(String[]::new);
	}

	/**
	 * How a campaign's list stands.
	 *
	 * @param counts prospects by outcome and reason
	 * @param left prospects that are not planned yet, those held among them
	 */
	public record Tally(Map<Outcome, Map<String, Integer>> counts, int left) {

		/** Prospects of that outcome by reason. */
		public Map<String, Integer> of(Outcome outcome) {
			return this.counts.getOrDefault(outcome, Map.of());
		}

		/** Whether somebody is left and all of them are held. */
		public boolean isStuck() {
			return this.left > 0 && count(Outcome.HELD) == this.left;
		}

		/** How many prospects have that outcome. */
		public int count(Outcome outcome) {
			return of(outcome).values().stream().mapToInt(Integer::intValue).sum();
		}

	}

}

package rei.sms.db;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.campaign.Campaigns;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.LeadStatus;
import rei.sms.db.contact.Leads;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Inbox;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.inbox.Request;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.Attempts;
import rei.sms.db.outbox.Blocks;
import rei.sms.db.outbox.Decided;
import rei.sms.db.outbox.Deliveries;
import rei.sms.db.outbox.Echoes;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;

/** What is counted and shown of a seller's messages, whatever way they took. */
@SpringBootTest(classes = WayOfAMessageTests.Application.class)
@Transactional
@DirtiesContext
class AggregateTests {

	private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

	private static final PhoneNumber ANN = new PhoneNumber("+17135550101");

	private static final PhoneNumber OURS = new PhoneNumber("+18325550100");

	private static final UUID CAMPAIGN = UUID.randomUUID();

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Conversations conversations;

	@Autowired
	private Campaigns campaigns;

	@Autowired
	private Leads leads;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Attempts attempts;

	@Autowired
	private Settlements settlements;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private Echoes echoes;

	@Autowired
	private Blocks blocks;

	@Autowired
	private Suppressions suppressions;

	private int sids;

	@BeforeEach
	void oneNumberAndOneCampaign() {
		this.jdbc.sql("INSERT INTO number (phone, market, created_at) VALUES (?, 'Houston, TX', now())")
			.param(OURS.e164())
			.update();
		this.jdbc.sql("INSERT INTO campaign (id, name, status, created_at) VALUES (?, 'Spring', 'RUNNING', now())")
			.param(CAMPAIGN)
			.update();
		this.contacts.ensure(List.of(ANN), NOW);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void countsOfALeadAndItsCampaignAreThoseOfItsMessages(long seed) {
		this.leads.promote(ANN, LeadStatus.ACTIVE_COMMUNICATION, NOW);
		var random = new Random(seed);
		for (int message = 0; message < 12; message++) {
			var at = NOW.plus(Duration.ofMinutes(10L * message));
			if (random.nextInt(4) == 0) {
				inbound("hello " + message, Request.NONE, at);
			}
			else {
				tryUntilItEnds(random, at);
			}
		}
		assertThat(counts("lead")).isEqualTo(recount(""));
		assertThat(campaignCounts()).isEqualTo(recountOfCampaign());
	}

	@Test
	void aLeadIsMadeWithTheCountsOfAllItsMessages() {
		send(TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER, NOW);
		receipt("SM1", DeliveryStatus.DELIVERED);
		inbound("how much?", Request.NONE, NOW.plusSeconds(60));
		this.leads.promote(ANN, LeadStatus.ACTIVE_COMMUNICATION, NOW);
		assertThat(counts("lead")).isEqualTo(recount("")).containsEntry("replies", 1L).containsEntry("delivered", 1L);
		assertThat(lead("last_direction")).isEqualTo("INBOUND");
		assertThat(lead("last_message")).isEqualTo("how much?");
		assertThat(lead("last_delivery_status")).isEqualTo("DELIVERED");
		assertThat(lead("source")).isEqualTo("Spring");
	}

	@Test
	void lastDeliveryStatusIsThatOfTheLastText() {
		this.leads.promote(ANN, LeadStatus.ACTIVE_COMMUNICATION, NOW);
		send(TextKind.REPLY, ProcessedBy.AUTORESPONDER, NOW);
		send(TextKind.REPLY, ProcessedBy.AUTORESPONDER, NOW.plusSeconds(60));
		receipt("SM1", DeliveryStatus.DELIVERED);
		assertThat(lead("last_delivery_status")).isEqualTo("SENT");
		receipt("SM2", DeliveryStatus.UNDELIVERED);
		assertThat(lead("last_delivery_status")).isEqualTo("UNDELIVERED");
		inbound("STOP", Request.STOP, NOW.plusSeconds(90));
		receipt("SM2", DeliveryStatus.DELIVERED);
		assertThat(lead("last_delivery_status")).isEqualTo("OPT_OUT");
	}

	@Test
	void lastMessageIsTheLastWhicheverCameToBeKnownFirst() {
		this.leads.promote(ANN, LeadStatus.ACTIVE_COMMUNICATION, NOW);
		send(TextKind.MANUAL, ProcessedBy.MANUAL, NOW.plusSeconds(60));
		inbound("an earlier word", Request.NONE, NOW);
		assertThat(lead("last_direction")).isEqualTo("OUTBOUND");
		assertThat(lead("last_message")).isEqualTo("Hi");
		inbound("a later word", Request.NONE, NOW.plusSeconds(120));
		assertThat(lead("last_direction")).isEqualTo("INBOUND");
		assertThat(lead("last_message")).isEqualTo("a later word");
	}

	@Test
	void aTextThatWasDeliveredAtLastIsNoFailureAnyMore() {
		this.leads.promote(ANN, LeadStatus.ACTIVE_COMMUNICATION, NOW);
		var id = send(TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER, NOW);
		receipt("SM1", DeliveryStatus.UNDELIVERED);
		assertThat(counts("lead")).containsEntry("failed", 1L);
		tryAgain(id, NOW.plusSeconds(60));
		assertThat(counts("lead")).containsEntry("failed", 0L).containsEntry("sent", 1L);
		receipt("SM1", DeliveryStatus.DELIVERED);
		receipt("SM2", DeliveryStatus.UNDELIVERED);
		assertThat(counts("lead")).containsEntry("failed", 0L).containsEntry("delivered", 1L);
		assertThat(one("SELECT status FROM conversation")).isEqualTo("DELIVERED");
		assertThat(campaignCounts()).isEqualTo(Map.of("sent", 1L, "failed", 0L));
	}

	@Test
	void responseTimeIsWhatTheSellerWaited() {
		this.leads.promote(ANN, LeadStatus.ACTIVE_COMMUNICATION, NOW);
		inbound("hello?", Request.NONE, NOW);
		inbound("anybody there?", Request.NONE, NOW.plusSeconds(60));
		send(TextKind.MANUAL, ProcessedBy.MANUAL, NOW.plusSeconds(300));
		send(TextKind.MANUAL, ProcessedBy.MANUAL, NOW.plusSeconds(360));
		assertThat(this.jdbc
			.sql("SELECT response_minutes::text FROM conversation WHERE direction = 'OUTBOUND' ORDER BY sent_at")
			.query(String.class)
			.list()).containsExactly("5.0", null);
		assertThat(lead("response_minutes")).isEqualTo("5.0");
	}

	@Test
	void settlingReadsNoMessagesButTheSellersHoweverOldTheStatisticsAre() {
		this.jdbc
			.sql("""
					INSERT INTO conversation (id, direction, kind, seller_phone, our_number, body, status, processed_by, prospect_id,
						segments, created_at)
					SELECT gen_random_uuid(), 'OUTBOUND', 'REPLY', '+1713' || (7000000 + n), :ours, 'Hi', 'SENT', 'AUTORESPONDER',
						prospect.id, 1, :now
					FROM generate_series(1, 5000) AS n, (SELECT id FROM prospect LIMIT 1) AS prospect
					""")
			.param("ours", OURS.e164())
			.param("now", Sql.at(NOW))
			.update();
		this.jdbc.sql("ANALYZE conversation").update();
		this.jdbc.sql("UPDATE conversation SET sent_at = created_at").update();
		int before = messagesRead();
		send(TextKind.REPLY, ProcessedBy.AUTORESPONDER, NOW.plusSeconds(60));
		assertThat(messagesRead() - before).isLessThan(100);
	}

	private int messagesRead() {
		return this.jdbc
			.sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'conversation'")
			.query(Integer.class)
			.single();
	}

	@ParameterizedTest
	@CsvSource({ "CAMPAIGN, CAMPAIGN_RUNNER, CAMPAIGN", "REPLY, AUTORESPONDER, AUTORESPONDER",
			"REPLY, GPT_4O, AI_RESPONSE", "REPLY, PHI_3_MINI, AI_RESPONSE", "MANUAL, MANUAL, MANUAL" })
	void sourceOfAnOptOutIsWhatWeWroteLast(TextKind kind, ProcessedBy writer, String source) {
		send(TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER, NOW.minusSeconds(600));
		send(kind, writer, NOW);
		this.suppressions.suppress(List.of(stop()));
		assertThat(one("SELECT source FROM suppression")).isEqualTo(source);
		assertThat(one("SELECT source FROM suppression_event")).isEqualTo(source);
	}

	@Test
	void sourceOfAnOptOutOfWhomWeNeverWroteToIsTheCampaign() {
		this.suppressions.suppress(List.of(stop()));
		assertThat(one("SELECT source FROM suppression")).isEqualTo("CAMPAIGN");
	}

	@Test
	void aPhoneThatTheProviderBlocksIsCountedOnceAndShown() {
		var id = send(TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER, NOW);
		this.blocks.block(ANN, id, NOW);
		this.blocks.block(ANN, id, NOW);
		assertThat(one("SELECT opt_out_total::text FROM number")).isEqualTo("1");
		assertThat(one("SELECT opt_outs::text FROM campaign")).isEqualTo("1");
		assertThat(one("SELECT status FROM prospect WHERE opt_out")).isEqualTo("OPT_OUT");
	}

	@Test
	void offersAreCountedOnceASeller() {
		send(TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER, NOW);
		this.contacts.moveTo(ANN, Stage.PRICE_QUALIFICATION);
		assertThat(one("SELECT offers::text FROM campaign")).isEqualTo("0");
		this.contacts.moveTo(ANN, Stage.OFFER_FOLLOW_UP);
		this.contacts.moveTo(ANN, Stage.CONTRACT_READY);
		this.contacts.moveTo(ANN, Stage.OPT_OUT);
		assertThat(one("SELECT offers::text FROM campaign")).isEqualTo("1");
	}

	@ParameterizedTest
	@EnumSource(ProcessedBy.class)
	void echoKeepsWhoWroteIt(ProcessedBy writer) {
		echo(writer, null);
		assertThat(one("SELECT processed_by FROM conversation")).isEqualTo(writer.name());
	}

	@Test
	void echoThatDoesNotSayWhoWroteItIsACampaignsOrAPersons() {
		echo(null, "Spring");
		assertThat(one("SELECT processed_by FROM conversation WHERE campaign_id IS NOT NULL"))
			.isEqualTo("CAMPAIGN_RUNNER");
		echo(null, null);
		assertThat(one("SELECT processed_by FROM conversation WHERE campaign_id IS NULL")).isEqualTo("MANUAL");
	}

	@Test
	void lastRunIsNotedWhenACampaignMoves() {
		this.jdbc.sql("UPDATE campaign SET status = 'SCHEDULED', start_time = :at, end_time = :end")
			.param("at", Sql.at(NOW))
			.param("end", Sql.at(NOW.plusSeconds(60)))
			.update();
		this.campaigns.startDue(NOW);
		assertThat(one("SELECT last_run_result FROM campaign WHERE last_run_at IS NOT NULL")).startsWith("Started");
		this.campaigns.completeDone(NOW.plusSeconds(60));
		assertThat(one("SELECT last_run_result FROM campaign WHERE status = 'COMPLETED'"))
			.startsWith("Completed: its End Time has passed");
	}

	/**
	 * A campaign's text or a reply, tried up to three times, whose receipts come mixed.
	 */
	private void tryUntilItEnds(Random random, Instant at) {
		var id = random.nextBoolean() ? send(TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER, at)
				: send(TextKind.REPLY, ProcessedBy.AUTORESPONDER, at);
		for (int again = 1; again < 3; again++) {
			var sid = "SM" + this.sids;
			receipt(sid, random.nextBoolean() ? DeliveryStatus.UNDELIVERED : DeliveryStatus.FAILED);
			if (random.nextInt(3) == 0) {
				tryAgain(id, at.plusSeconds(60L * again));
			}
			if (random.nextInt(3) == 0) {
				receipt(sid, DeliveryStatus.DELIVERED);
			}
			receipt("SM" + this.sids, random.nextBoolean() ? DeliveryStatus.DELIVERED : DeliveryStatus.SENT);
		}
		if (random.nextInt(4) == 0) {
			this.outbox.fail(id, OURS, "30008");
		}
	}

	private UUID send(TextKind kind, ProcessedBy writer, Instant at) {
		var id = UUID.randomUUID();
		var campaign = (kind == TextKind.CAMPAIGN) ? CAMPAIGN : null;
		this.outbox.queue(List.of(new OutboundText(id, ANN, OURS, "Hi", kind, writer, Stage.OWNERSHIP_CONFIRMATION,
				campaign, null, "Houston, TX", null, 1, at, null)), at);
		take(id, at);
		return id;
	}

	private void tryAgain(UUID id, Instant at) {
		this.outbox.takeUpAgain(id, 1, at, "passing", at);
		this.jdbc.sql("UPDATE outbox SET state = 'QUEUED'").update();
		take(id, at);
	}

	private void take(UUID id, Instant at) {
		this.outbox.claim(id, OURS, at);
		this.attempts.record(List.of(new Decided(id, ANN, OURS, at, true, "allowed", null, "v1", null, null, 1)));
		this.settlements.taken(List.of(new TakenText(id, new MessageSid("SM" + ++this.sids), at)));
	}

	private void receipt(String sid, DeliveryStatus said) {
		this.deliveries.find(new MessageSid(sid)).ifPresent((delivery) -> {
			var next = delivery.status().after(said);
			if (next != delivery.status()) {
				this.deliveries.move(delivery, next, null, NOW);
			}
		});
	}

	private void inbound(String body, Request request, Instant at) {
		var sid = new MessageSid("IN" + ++this.sids);
		this.inbox.stageInbound(List.of(new InboundMessage(sid, UUID.randomUUID(), ANN, OURS, body, request, at)));
		this.conversations.logInbound(List.of(sid), at);
	}

	private void echo(@Nullable ProcessedBy writer, @Nullable String campaign) {
		this.echoes.settleOrLog(new OutboundEcho(new MessageSid("EC" + ++this.sids), UUID.randomUUID(), ANN, OURS, "Hi",
				campaign, null, writer, null, NOW));
	}

	private static Suppression stop() {
		return new Suppression(ANN, SuppressionReason.STOP, null, "stop", "SM3", NOW);
	}

	private Map<String, Object> counts(String table) {
		return this.jdbc.sql("""
				SELECT sent_count::bigint AS sent, reply_count::bigint AS replies, delivered_count::bigint AS delivered,
					failed_count::bigint AS failed FROM %s""".formatted(table)).query().singleRow();
	}

	private Map<String, Object> recount(String where) {
		return this.jdbc.sql("""
				SELECT count(*) FILTER (WHERE direction = 'OUTBOUND' AND sent_at IS NOT NULL) AS sent,
					count(*) FILTER (WHERE direction = 'INBOUND') AS replies,
					count(*) FILTER (WHERE status = 'DELIVERED') AS delivered,
					count(*) FILTER (WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED')) AS failed
				FROM conversation%s""".formatted(where)).query().singleRow();
	}

	private Map<String, Object> campaignCounts() {
		return this.jdbc.sql("SELECT total_sent::bigint AS sent, failed::bigint AS failed FROM campaign")
			.query()
			.singleRow();
	}

	private Map<String, Object> recountOfCampaign() {
		var counts = recount(" WHERE kind = 'CAMPAIGN'");
		counts.keySet().retainAll(List.of("sent", "failed"));
		return counts;
	}

	private @Nullable String lead(String column) {
		return one("SELECT " + column + "::text FROM lead");
	}

	private @Nullable String one(String sql) {
		return this.jdbc.sql(sql).query(String.class).optional().orElse(null);
	}

}

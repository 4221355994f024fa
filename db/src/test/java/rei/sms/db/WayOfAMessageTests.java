package rei.sms.db;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.PartyKind;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Classified;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.Told;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.DeliveryReceipt;
import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Inbox;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.inbox.Request;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.Attempts;
import rei.sms.db.outbox.Decided;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.DueTexts;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.db.outbox.TakenText;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.SuppressionSource;
import rei.sms.db.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the tables promise about one message, whatever order things come in. */
@SpringBootTest
@Transactional
@DirtiesContext
class WayOfAMessageTests {

	private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

	private static final PhoneNumber ANN = new PhoneNumber("+17135550101");

	private static final PhoneNumber OURS = new PhoneNumber("+18325550100");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Conversations conversations;

	@Autowired
	private Outbox outbox;

	@Autowired
	private DueTexts due;

	@Autowired
	private Attempts attempts;

	@Autowired
	private Settlements settlements;

	@Autowired
	private Suppressions suppressions;

	@BeforeEach
	void ownNumber() {
		this.jdbc.sql("INSERT INTO number (phone, market, created_at) VALUES (:phone, 'Houston, TX', now())")
			.param("phone", OURS.e164())
			.update();
	}

	@Test
	void stageInboundTwiceKeepsTheFirst() {
		var first = this.inbox.stageInbound(List.of(inbound("SM1", "hello")));
		var again = this.inbox.stageInbound(List.of(inbound("SM1", "hello"), inbound("SM2", "there")));
		assertThat(again.get(sid("SM1"))).isEqualTo(first.get(sid("SM1")));
		assertThat(again.get(sid("SM2")).linkedTo()).isEqualTo(PartyKind.PROSPECT);
		assertThat(count("inbound")).isEqualTo(2);
	}

	@Test
	void logInboundLinksCountsAndFlagsTheSameTextUnderAnotherSid() {
		var messages = List.of(inbound("SM1", "hello"), inbound("SM2", "hello"));
		this.inbox.stageInbound(messages);
		this.contacts.ensure(List.of(ANN), NOW);
		assertThat(this.conversations.logInbound(List.of(sid("SM1"), sid("SM2")), NOW)).isEqualTo(2);
		assertThat(this.conversations.logInbound(List.of(sid("SM1"), sid("SM2")), NOW)).isZero();
		assertThat(count("conversation WHERE duplicate_of IS NOT NULL")).isEqualTo(1);
		assertThat(one("SELECT reply_count FROM prospect")).isEqualTo(2);
		assertThat(count("inbound WHERE linked_at IS NULL")).isZero();
		assertThat(this.contacts.find(ANN).orElseThrow().ourNumber()).isEqualTo(OURS);
	}

	@Test
	void classifyWritesTheSeedsWords() {
		this.inbox.stageInbound(List.of(inbound("SM1", "how much?")));
		this.contacts.ensure(List.of(ANN), NOW);
		this.conversations.logInbound(List.of(sid("SM1")), NOW);
		var id = this.jdbc.sql("SELECT id FROM conversation").query(UUID.class).single();
		this.conversations.classify(List.of(new Classified(id, ANN, AiIntent.ASK_PRICE, Intent.POSITIVE,
				Stage.PRICE_QUALIFICATION, 0.9, "v1", null, null, Told.NOTHING)), NOW);
		assertThat(count("conversation WHERE ai_intent = 'ASK_PRICE' AND stage = 'PRICE_QUALIFICATION'")).isEqualTo(1);
	}

	@Test
	void takenSettlesOnceAndWakesTheReceiptThatCameFirst() {
		var id = queue();
		this.inbox.stageReceipts(List.of(new DeliveryReceipt(sid("SM9"), "delivered",
				Optional.of(DeliveryStatus.DELIVERED), null, ANN, OURS, null, NOW)));
		this.jdbc.sql("UPDATE receipt SET state = 'WAITING'").update();
		assertThat(this.due.lockDue(10, NOW)).hasSize(1);
		this.outbox.claim(id, OURS, NOW);
		this.attempts
			.record(List.of(new Decided(id, ANN, OURS, NOW, true, "allowed", null, "v1", "America/Chicago", null, 1)));
		assertThat(this.settlements.taken(List.of(new TakenText(id, sid("SM9"), NOW)))).isEqualTo(1);
		assertThat(this.settlements.taken(List.of(new TakenText(id, sid("SM9"), NOW)))).isZero();
		assertThat(count("receipt WHERE state = 'PENDING'")).isEqualTo(1);
		assertThat(count("outbox")).isZero();
		assertThat(one("SELECT send_count FROM prospect")).isEqualTo(1);
		assertThat(count("conversation WHERE sid = 'SM9' AND status = 'SENT'")).isEqualTo(1);
		assertThat(this.attempts.sentSince(List.of(ANN), NOW.minusSeconds(60))).containsEntry(ANN, List.of(NOW));
	}

	@Test
	void echoOfATextThatIsBeingSentTakesItsConversation() {
		var id = queue();
		this.outbox.claim(id, OURS, NOW);
		var staged = this.inbox.stageEchoes(
				List.of(new OutboundEcho(sid("SM7"), UUID.randomUUID(), ANN, OURS, "Hi", null, null, null, null, NOW)));
		assertThat(staged.get(sid("SM7")).conversationId()).isEqualTo(id);
	}

	@Test
	void suppressCancelsWhatIsQueuedAndIsKeptForEver() {
		queue();
		this.suppressions.suppress(List.of(stop()));
		assertThat(count("outbox")).isZero();
		assertThat(count("conversation WHERE status = 'OPT_OUT'")).isEqualTo(1);
		assertThat(this.suppressions.isSuppressed(ANN)).isTrue();
		assertThat(this.suppressions.lift(ANN, "START", NOW)).isTrue();
		assertThat(this.suppressions.isSuppressed(ANN)).isFalse();
		assertThat(count("suppression_event")).isEqualTo(2);
		assertThatThrownBy(() -> this.jdbc.sql("DELETE FROM suppression").update())
			.hasMessageContaining("kept for ever");
	}

	@Test
	void suppressManyAtOnceKeepsOneForEachPhoneAndTheStopFirst() {
		var ben = new PhoneNumber("+17135550102");
		this.suppressions.suppress(List.of(
				new Suppression(ANN, SuppressionReason.WRONG_NUMBER, SuppressionSource.AUTORESPONDER, null, null, NOW),
				stop(), new Suppression(ben, SuppressionReason.DNC, SuppressionSource.MANUAL, null, "SM4", NOW)));
		assertThat(this.suppressions.find(ANN)).contains(stop());
		assertThat(this.suppressions.find(ben).orElseThrow().reason()).isEqualTo(SuppressionReason.DNC);
		this.suppressions.suppress(
				List.of(new Suppression(ANN, SuppressionReason.DNC, SuppressionSource.MANUAL, "later", "SM5", NOW)));
		assertThat(this.suppressions.find(ANN)).contains(stop());
		assertThat(count("suppression_event")).isEqualTo(2);
	}

	@Test
	void leaseIsTakenOnceAndSeenByTheStop() {
		assertThat(this.suppressions.lease(List.of(ANN), Duration.ofSeconds(30))).containsExactly(ANN);
		assertThat(this.suppressions.lease(List.of(ANN), Duration.ofSeconds(30))).isEmpty();
		this.suppressions.suppress(List.of(stop()));
		assertThat(this.suppressions.leaseLeft(List.of(ANN))).isPositive();
		this.suppressions.release(List.of(ANN));
		assertThat(this.suppressions.leaseLeft(List.of(ANN))).isZero();
	}

	@Test
	void stageNeverGoesBackButForStart() {
		this.contacts.ensure(List.of(ANN), NOW);
		this.contacts.moveTo(ANN, Stage.PRICE_QUALIFICATION);
		this.contacts.moveTo(ANN, Stage.INTEREST_FEELER);
		assertThat(stage()).isEqualTo(Stage.PRICE_QUALIFICATION);
		this.contacts.moveTo(ANN, Stage.OPT_OUT);
		this.contacts.moveTo(ANN, Stage.CONTRACT_READY);
		assertThat(stage()).isEqualTo(Stage.OPT_OUT);
		this.contacts.liftStop(ANN);
		assertThat(stage()).isEqualTo(Stage.PRICE_QUALIFICATION);
		assertThatThrownBy(() -> this.jdbc.sql("UPDATE contact SET stage = 'INTEREST_FEELER'").update())
			.hasMessageContaining("never goes back");
	}

	@Test
	void everyChangeButTheMirrorsNoteMakesANewVersion() {
		queue();
		this.jdbc.sql("UPDATE conversation SET mirrored_version = version, airtable_id = 'rec1'").update();
		assertThat(count("conversation WHERE version > mirrored_version")).isZero();
		this.jdbc.sql("UPDATE conversation SET status = 'SENT'").update();
		assertThat(count("conversation WHERE version > mirrored_version")).isEqualTo(1);
	}

	private UUID queue() {
		this.contacts.ensure(List.of(ANN), NOW);
		var id = UUID.randomUUID();
		this.outbox.queue(List.of(new OutboundText(id, ANN, OURS, "Hi", TextKind.CAMPAIGN, ProcessedBy.CAMPAIGN_RUNNER,
				Stage.OWNERSHIP_CONFIRMATION, null, null, "Houston, TX", null, 1, NOW, null)), NOW);
		return id;
	}

	private static Suppression stop() {
		return new Suppression(ANN, SuppressionReason.STOP, SuppressionSource.CAMPAIGN, "stop", "SM3", NOW);
	}

	private Stage stage() {
		return Objects.requireNonNull(this.contacts.find(ANN).orElseThrow().stage());
	}

	private static InboundMessage inbound(String sid, String body) {
		return new InboundMessage(sid(sid), UUID.randomUUID(), ANN, OURS, body, Request.NONE, NOW);
	}

	private static MessageSid sid(String value) {
		return new MessageSid(value);
	}

	private int count(String from) {
		return one("SELECT count(*) FROM " + from);
	}

	private int one(String sql) {
		return this.jdbc.sql(sql).query(Integer.class).single();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan("rei.sms.db")
	static class Application {

		@Bean
		DataSource dataSource() {
			return TestDatabase.fresh();
		}

	}

}

package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands in the database reaches the gate: a campaign's text at noon in Houston,
 * which nothing forbids, and what each fact by itself does to it.
 */
@JobTest
@Import(DispatchTests.Application.class)
@TestPropertySource(
		properties = { "textgrid.api-url=http://127.0.0.1:1", "textgrid.account-sid=sid", "textgrid.auth-token=token" })
class GateFactsTests {

	private static final PhoneNumber OURS = new PhoneNumber("+17132000001");

	private static final PhoneNumber SELLER = new PhoneNumber("+17132340001");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestRows rows;

	@Autowired
	private MutableClock clock;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Outbox outbox;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Claims claims;

	@BeforeEach
	void oneNumber() {
		this.rows.clear();
		this.clock.set(JobTestContext.MONDAY_NOON);
		this.rows.insert("number", Map.of("phone", OURS.e164(), "market", "Houston, TX", "daily_limit", 100));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					KILL_SWITCH  | 11-23 12:00:15 | INSERT INTO pause (scope, value, since) VALUES ('market', 'Houston, TX', NOON)
					SUPPRESSION  | never          | INSERT INTO suppression (phone, reason, source, since) VALUES (SELLER, 'STOP', 'CAMPAIGN', NOON)
					SUPPRESSION  | never          | INSERT INTO suppression (phone, reason, source, since) VALUES (SELLER, 'DNC', 'CAMPAIGN', NOON)
					CONSENT      | never          | UPDATE contact SET stage = 'OPT_OUT'
					CONSENT      | never          | UPDATE contact SET stage = 'DNC'
					CONSENT      | 11-23 12:00:15 | INSERT INTO inbound (sid, seller_phone, our_number, body, conversation_id, linked_to, received_at) VALUES ('SM1', SELLER, OURS, 'enough of this', gen_random_uuid(), 'PROSPECT', NOON)
					CONSENT      | 11-23 12:00:15 | INSERT INTO conversation (id, direction, seller_phone, body, prospect_id, received_at, created_at) SELECT gen_random_uuid(), 'INBOUND', SELLER, 'enough of this', prospect_id, NOON, NOON FROM conversation
					FREQUENCY    | 11-26 11:00:00 | UPDATE contact SET last_campaign_at = NOON - interval '1 hour'
					FREQUENCY    | 11-24 10:00:00 | INSERT INTO attempt (conversation_id, seller_phone, decided_at, allowed, rule, rule_version, segments) SELECT conversation_id, seller_phone, NOON - n * interval '1 hour', true, 'allowed', '1', 1 FROM outbox, generate_series(0, 2) n
					CAMPAIGN     | 11-23 12:00:15 | UPDATE campaign SET status = 'PAUSED'
					CAMPAIGN     | 11-23 12:00:15 | UPDATE campaign SET status = 'DRAFT'
					CAMPAIGN     | 11-23 14:00:00 | UPDATE campaign SET status = 'SCHEDULED', start_time = NOON + interval '2 hours'
					CAMPAIGN     | 11-23 14:00:00 | UPDATE campaign SET start_time = NOON + interval '2 hours'
					CAMPAIGN     | never          | UPDATE campaign SET status = 'COMPLETED'
					CAMPAIGN     | never          | UPDATE campaign SET end_time = NOON
					NUMBER       | 11-23 12:00:15 | UPDATE number SET active = false
					NUMBER_RATE  | 11-23 12:01:02 | INSERT INTO send_rate (scope, second, segments) VALUES (OURS, extract(epoch FROM NOON), 20)
					GLOBAL_RATE  | 11-23 12:01:02 | INSERT INTO send_rate (scope, second, segments) VALUES ('*', extract(epoch FROM NOON), 5000)
					DAILY_LIMIT  | 11-24 00:00:00 | UPDATE number SET quota_date = '2026-11-23', sent_today = 100
					""")
	void eachFactForbidsTheTextUntilItsTime(String rule, String until, String fact) {
		queue(null);
		happens(fact);
		assertThat(this.claims.take(10).cleared()).isEmpty();
		assertThat(this.rows.text("SELECT rule FROM attempt WHERE rule <> 'allowed'")).isEqualTo(rule);
		assertThat(this.rows.text("""
				SELECT coalesce(min(to_char(not_before AT TIME ZONE 'America/Chicago', 'MM-DD HH24:MI:SS')), 'never')
				FROM outbox""")).isEqualTo(until);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE contact SET stage = 'INTEREST_FEELER'",
			"INSERT INTO pause (scope, value, since) VALUES ('market', 'Dallas, TX', NOON)",
			"INSERT INTO suppression (phone, reason, source, since) VALUES ('+17132340002', 'STOP', 'CAMPAIGN', NOON)",
			"UPDATE contact SET last_campaign_at = NOON - interval '2 hours', last_inbound_at = NOON - interval '1 hour'",
			"UPDATE contact SET last_campaign_at = NOON - interval '72 hours'",
			"INSERT INTO conversation (id, direction, seller_phone, body, prospect_id, received_at, classified_at, created_at) "
					+ "SELECT gen_random_uuid(), 'INBOUND', SELLER, 'who is this', prospect_id, NOON, NOON, NOON FROM conversation",
			"INSERT INTO inbound (sid, seller_phone, our_number, body, conversation_id, linked_to, received_at) "
					+ "VALUES ('SM1', '+17132340002', OURS, 'enough of this', gen_random_uuid(), 'PROSPECT', NOON)",
			"UPDATE number SET quota_date = '2026-11-22', sent_today = 100",
			"UPDATE campaign SET start_time = NOON, end_time = NOON + interval '1 second'",
			"INSERT INTO send_rate (scope, second, segments) VALUES (OURS, extract(epoch FROM NOON) - 62, 20)" })
	void whatIsAboutOthersOrOverForbidsNothing(String fact) {
		queue(null);
		happens(fact);
		assertThat(this.claims.take(10).cleared()).hasSize(1);
	}

	@Test
	void theProviderMayHoldATextNoLongerThanItsWindowIsOpenAndItIsOfUse() {
		queue(null);
		assertThat(this.claims.take(1).cleared()).singleElement()
			.satisfies((text) -> assertThat(text.validity()).as("quiet from 21:00").contains(Duration.ofHours(9)));
		this.rows.clear();
		oneNumber();
		queue(this.clock.instant().plus(Duration.ofMinutes(20)));
		assertThat(this.claims.take(1).cleared()).singleElement()
			.satisfies((text) -> assertThat(text.validity()).contains(Duration.ofMinutes(20)));
	}

	private void happens(String fact) {
		this.jdbc
			.sql(fact.replace("NOON", "timestamptz '2026-11-23T18:00:00Z'")
				.replace("SELLER", "'" + SELLER.e164() + "'")
				.replace("OURS", "'" + OURS.e164() + "'"))
			.update();
	}

	private void queue(@Nullable Instant expiresAt) {
		var now = this.clock.instant();
		var campaign = this.rows.insert("campaign", Map.of("name", "Houston Spring", "status", "RUNNING"));
		this.transaction.executeWithoutResult((status) -> {
			this.contacts.ensure(List.of(SELLER), now);
			this.outbox.queue(
					List.of(new OutboundText(UUID.randomUUID(), SELLER, OURS, "Do you still own it?", TextKind.CAMPAIGN,
							ProcessedBy.CAMPAIGN_RUNNER, null, campaign, null, "Houston, TX", null, 1, now, expiresAt)),
					now);
		});
	}

}

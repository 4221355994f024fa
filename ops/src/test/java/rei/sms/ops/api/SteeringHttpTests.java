package rei.sms.ops.api;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import rei.sms.db.Sql;
import rei.sms.db.TestDatabase;
import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.Attempts;
import rei.sms.db.outbox.Decided;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.DueTexts;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.outbox.UnknownOutcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What people and their tools ask and say over HTTP. */
@DirtiesContext
@SpringBootTest(classes = SteeringHttpTests.Application.class,
		properties = { "spring.batch.job.enabled=false", "spring.batch.jdbc.initialize-schema=never",
				"spring.main.banner-mode=off", "spring.jackson.property-naming-strategy=SNAKE_CASE" })
class SteeringHttpTests {

	private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

	private static final PhoneNumber OURS = new PhoneNumber("+17132000001");

	private static final PhoneNumber SELLER = new PhoneNumber("+17132340001");

	private static final PhoneNumber SLEEPER = new PhoneNumber("+17132340002");

	private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Outbox outbox;

	@Autowired
	private DueTexts due;

	@Autowired
	private Attempts attempts;

	@Autowired
	private UnknownOutcomes unknown;

	@Autowired
	private TransactionTemplate transaction;

	private MockMvc http;

	@BeforeEach
	void empty(@Autowired WebApplicationContext context, @Autowired FieldsFilter fields) {
		this.http = MockMvcBuilders.webAppContextSetup(context).addFilters(fields).build();
		this.jdbc.sql("TRUNCATE pause, outbox, attempt, needs_person, conversation, contact, prospect, number CASCADE")
			.update();
		this.jdbc.sql("INSERT INTO number (phone, market, created_at) VALUES (:phone, 'Houston, TX', :now)")
			.param("phone", OURS.e164())
			.param("now", Sql.at(NOW))
			.update();
	}

	@Test
	void aPersonSettlesWhatNobodyKnows() throws Exception {
		var went = beforeAPerson("A");
		var didNot = beforeAPerson("B");
		this.http.perform(get("/people"))
			.andExpect(jsonPath("$.people.length()").value(2))
			.andExpect(jsonPath("$.people[0].kind").value("unknown-outcome"))
			.andExpect(jsonPath("$.people[0].since").value(NOW.toString()))
			.andExpect(jsonPath("$.people[0].answers[1]").value("did-not"));
		this.http.perform(post("/people/{id}/went", went)).andExpect(jsonPath("$.outcome").value("sent"));
		this.http.perform(post("/people/{id}/did-not", didNot)).andExpect(jsonPath("$.outcome").value("queued"));
		this.http.perform(post("/people/{id}/went", didNot)).andExpect(status().isNotFound());
		this.http.perform(post("/people/{id}/done", didNot)).andExpect(status().isNotFound());
		this.http.perform(get("/people")).andExpect(jsonPath("$.people.length()").value(0));
	}

	@Test
	void aPauseListsWhatWasHandedOver() throws Exception {
		var id = beforeAPerson("A");
		this.http
			.perform(post("/pause").contentType(MediaType.APPLICATION_JSON)
				.content("{\"Market\":\"Houston, TX\",\"reason\":\"complaints\"}"))
			.andExpect(jsonPath("$.paused[0].scope").value("market"))
			.andExpect(jsonPath("$.paused[0].reason").value("complaints"))
			.andExpect(jsonPath("$.handed_over[0].conversation_id").value(id.toString()))
			.andExpect(jsonPath("$.handed_over[0].phone").value(SELLER.e164()))
			.andExpect(jsonPath("$.handed_over[0].state").value("person"))
			.andExpect(jsonPath("$.unknown.length()").value(0));
		this.http.perform(post("/pause").param("number", "713-200-0009"))
			.andExpect(jsonPath("$.paused.length()").value(2))
			.andExpect(jsonPath("$.handed_over.length()").value(0))
			.andExpect(jsonPath("$.unknown[0].scope").value("number"))
			.andExpect(jsonPath("$.unknown[0].value").value("+17132000009"))
			.andExpect(jsonPath("$.unknown[0].there[0]").value(OURS.e164()));
		this.http.perform(post("/resume").param("market", "houston tx"))
			.andExpect(jsonPath("$.paused[0].value").value("+17132000009"));
		this.http.perform(post("/resume").param("number", "+17132000009"))
			.andExpect(jsonPath("$.paused.length()").value(0));
		this.http.perform(post("/pause").param("number", "12")).andExpect(status().isUnprocessableContent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-www-form-urlencoded", "text/plain" })
	void aPauseStopsWhatItsBodyNamesWhateverTheHeaderSays(String type) throws Exception {
		this.http
			.perform(post("/pause").contentType(type)
				.content("{\"market\":\"Tampa, FL\",\"campaign\":\"June\",\"reason\":null}"))
			.andExpect(jsonPath("$.paused[*].scope", containsInAnyOrder("market", "campaign")))
			.andExpect(jsonPath("$.paused[0].reason").value(nullValue()));
		this.http.perform(post("/resume").content("market=Tampa%2C+FL&Campaign=June"))
			.andExpect(jsonPath("$.paused.length()").value(0));
		this.http.perform(post("/pause")).andExpect(jsonPath("$.paused[0]", hasKey("value")));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "{\"market\":\"\"}, 422, market", "{\"market\":[\"Tampa\"]}, 422, market",
					"{\"reason\":{\"a\":1}}, 422, reason", "{\"market\":\"a\\u0000\"}, 422, market",
					"{\"reason\":\"\\ud83d\"}, 422, reason", "[], 400, body", "{, 400, body", "market=%zz, 400, form",
					"market=%FF, 400, body" })
	void aPauseThatCannotBeReadStopsNothing(String body, int status, String names) throws Exception {
		this.http.perform(post("/pause").content(body))
			.andExpect(status().is(status))
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
			.andExpect(jsonPath("$.detail").value(containsString(names)));
		this.http.perform(get("/pause")).andExpect(jsonPath("$.paused.length()").value(0));
	}

	@Test
	void aBodyTooLargeIsRefusedAndAirtablesBodiesAreLeftAlone() throws Exception {
		this.http.perform(post("/pause").content("market=" + "x".repeat(66_000)))
			.andExpect(status().isContentTooLarge());
		this.http.perform(post("/airtable/changes/LEADS").contentType(MediaType.APPLICATION_JSON).content("{"))
			.andExpect(status().isNotFound());
	}

	@Test
	void aConversationShowsTheGatesDecisions() throws Exception {
		var id = queue("A");
		this.attempts.record(List.of(
				new Decided(id, SELLER, OURS, NOW, false, "QUIET_HOURS", "TX is closed", "2026-03", null,
						NOW.plusSeconds(3600), 1),
				new Decided(id, SELLER, OURS, NOW.plusSeconds(3600), true, "allowed", null, "2026-03",
						"America/Chicago", null, 1)));
		this.http.perform(get("/conversations/{id}", id))
			.andExpect(jsonPath("$.decisions[0].allowed").value(false))
			.andExpect(jsonPath("$.decisions[0].rule").value("QUIET_HOURS"))
			.andExpect(jsonPath("$.decisions[0].rule_version").value("2026-03"))
			.andExpect(jsonPath("$.decisions[0].next_at").exists())
			.andExpect(jsonPath("$.decisions[1].allowed").value(true))
			.andExpect(jsonPath("$.decisions[1].zone").value("America/Chicago"));
	}

	@ParameterizedTest
	@CsvSource({ "160, a, 1", "161, a, 2", "70, ж, 1", "71, ж, 2", "80, €, 1", "81, €, 2" })
	void aManualTextIsCountedAsCarriersDo(int length, String letter, int segments) throws Exception {
		this.http.perform(post("/messages").param("To", SELLER.e164()).param("Body", letter.repeat(length)))
			.andExpect(status().isAccepted());
		assertThat(this.jdbc.sql("SELECT segments FROM outbox").query(Integer.class).single()).isEqualTo(segments);
	}

	@Test
	void aManualTextWithSomethingToFillInIsNotTaken() throws Exception {
		this.http.perform(post("/messages").param("To", SELLER.e164()).param("Body", "Hi {First}, it's me"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.detail").value("Body has {First} to be filled in"));
		this.http.perform(post("/messages").param("To", SELLER.e164()).param("Body", "{} {1} :-{"))
			.andExpect(status().isAccepted());
	}

	@Test
	void aManualTextInQuietHoursSaysWhenItGoesAndMeetsTheGateAtOnce() throws Exception {
		this.http.perform(post("/messages").param("To", SLEEPER.e164()).param("Body", "Good morning"))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.not_before").value(MORNING.toString()));
		assertThat(this.due.nextDue()).contains(NOW);
	}

	private UUID beforeAPerson(String body) {
		var id = queue(body);
		this.outbox.claim(id, OURS, NOW);
		this.unknown.ask(id, SELLER, NOW);
		return id;
	}

	private UUID queue(String body) {
		var id = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			this.contacts.ensure(List.of(SELLER), NOW);
			this.outbox.queue(List.of(new OutboundText(id, SELLER, OURS, body, TextKind.MANUAL, ProcessedBy.MANUAL,
					null, null, null, null, null, 1, NOW, null)), NOW);
		});
		return id;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackages = { "rei.sms.db", "rei.sms.ops.api" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
	static class Application {

		@Bean
		HikariDataSource dataSource() {
			var pool = new HikariDataSource();
			pool.setJdbcUrl(TestDatabase.freshUrl());
			pool.setUsername("postgres");
			pool.setPassword("postgres");
			return pool;
		}

		@Bean
		TextingHours hours() {
			return (contact, now) -> contact.phone().equals(SLEEPER) ? MORNING : now;
		}

		@Bean
		Clock clock() {
			return Clock.fixed(NOW, ZoneOffset.UTC);
		}

	}

}

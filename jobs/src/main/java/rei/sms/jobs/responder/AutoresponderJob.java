package rei.sms.jobs.responder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.inbox.Request;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.rules.Concerns;
import rei.sms.jobs.rules.ReplyFacts;
import rei.sms.jobs.rules.ReplyFacts.Concern;

/**
 * Answers sellers where the policy says so, once for all that they wrote since our last
 * text.
 */
@Configuration(proxyBeanMethods = false)
class AutoresponderJob {

	static final String NAME = "autoresponder";

	/** The prospect's columns, by the names that placeholders go by. */
	private static final Map<String, String> FIELDS = Map.of("name", "Name", "first_name", "Owner First Name",
			"last_name", "Owner Last Name", "address", "Property Address", "city", "Property City", "state",
			"Property State", "zip", "Property Zip", "market", "Market");

	@Bean
	Job autoresponder(JobRepository jobs, Step answerSellers, Tail tail) {
		return tail.dispatched(new JobBuilder(NAME, jobs).start(answerSellers));
	}

	@Bean
	Step answerSellers(Steps steps, JdbcCursorItemReader<Unanswered> unanswered, Respond respond, QueueAnswers queue) {
		return steps.<Unanswered, Answered>chunked(NAME, "answer-sellers")
			.reader(unanswered)
			.processor(respond)
			.writer(queue)
			.build();
	}

	/**
	 * The last message of each seller, once everything that the seller wrote has been
	 * classified.
	 */
	@Bean
	@StepScope
	JdbcCursorItemReader<Unanswered> unanswered(WorkLists lists, Clock clock,
			@Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unanswered",
				"""
						SELECT m.*, k.stage AS contact_stage, k.our_number AS thread_number, k.last_human_at,
							k.handed_to_person_at, k.automatic_replies,
							p.name, p.first_name, p.last_name, p.address, p.city, p.state, p.zip, p.market,
							ARRAY (SELECT o.body FROM conversation o WHERE o.seller_phone = m.seller_phone
								AND o.direction = 'OUTBOUND' ORDER BY o.created_at DESC LIMIT 50) AS sent,
							ARRAY (SELECT u.body FROM conversation u WHERE u.seller_phone = m.seller_phone
								AND u.direction = 'INBOUND' AND u.reply IS NULL ORDER BY u.received_at DESC LIMIT 20) AS said,
							EXISTS (SELECT 1 FROM suppression s WHERE s.phone = m.seller_phone AND s.lifted_at IS NULL) AS suppressed
						FROM (
							SELECT DISTINCT ON (c.seller_phone) c.id, c.seller_phone, c.our_number, c.body, c.ai_intent, c.intent,
								c.confidence, c.request, c.ai_trigger, c.campaign_id, c.duplicate_of, c.received_at
							FROM conversation c
							WHERE c.direction = 'INBOUND' AND c.classified_at IS NOT NULL AND c.reply IS NULL
								AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'answer-sellers' AND p.key = c.id::text)
								AND NOT EXISTS (SELECT 1 FROM conversation u WHERE u.seller_phone = c.seller_phone
									AND u.direction = 'INBOUND' AND u.classified_at IS NULL)
							ORDER BY c.seller_phone, c.received_at DESC, c.id) m
						JOIN contact k ON k.phone = m.seller_phone
						JOIN prospect p ON p.id = k.prospect_id
						ORDER BY m.received_at, m.id
						LIMIT ?
						""",
				message(clock), limit);
	}

	private static RowMapper<Unanswered> message(Clock clock) {
		return (rs, row) -> new Unanswered(Sql.uuid(rs, "id"), Sql.phone(rs, "seller_phone"),
				Optional.ofNullable(Sql.phoneOrNull(rs, "our_number")).orElse(Sql.phoneOrNull(rs, "thread_number")),
				rs.getString("body"), Sql.uuidOrNull(rs, "duplicate_of"), Sql.uuidOrNull(rs, "campaign_id"),
				rs.getString("market"), known(rs), Set.copyOf(Sql.words(rs, "sent")), facts(rs, clock));
	}

	private static ReplyFacts facts(ResultSet rs, Clock clock) throws SQLException {
		return new ReplyFacts(clock.instant(), Sql.word(rs, "ai_intent", AiIntent.class),
				Sql.word(rs, "intent", Intent.class), rs.getDouble("confidence"),
				Sql.wordOrNull(rs, "contact_stage", Stage.class), rs.getBoolean("suppressed"), false,
				rs.getString("body").contains("?"), Sql.word(rs, "request", Request.class) == Request.HELP,
				concerns(rs), lastHuman(rs, clock), rs.getInt("automatic_replies"), rs.getBoolean("ai_trigger"));
	}

	/** A thread in a person's hands is as if that person had just written. */
	private static Optional<Instant> lastHuman(ResultSet rs, Clock clock) throws SQLException {
		return (rs.getObject("handed_to_person_at") != null) ? Optional.of(clock.instant())
				: Optional.ofNullable(Sql.instantOrNull(rs, "last_human_at"));
	}

	/** One reply goes to all that the seller wrote since our last text. */
	private static Set<Concern> concerns(ResultSet rs) throws SQLException {
		return Sql.words(rs, "said").stream().map(Concerns::in).flatMap(Set::stream).collect(Collectors.toSet());
	}

	private static Map<String, String> known(ResultSet rs) throws SQLException {
		var known = new LinkedHashMap<String, String>();
		for (var field : FIELDS.entrySet()) {
			var value = rs.getString(field.getKey());
			if (value != null) {
				known.put(field.getValue(), value);
			}
		}
		return known;
	}

}

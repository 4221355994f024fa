package rei.sms.jobs.intent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.Sql;
import rei.sms.db.contact.Stage;
import rei.sms.db.inbox.Request;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;

/** Classifies inbound messages and moves their contacts along the stages. */
@Configuration(proxyBeanMethods = false)
class IntentBatchJob {

	static final String NAME = "intent-batch";

	@Bean
	Job intentBatch(JobRepository jobs, Step classifyInbound, Tail tail) {
		return tail.mirrored(new JobBuilder(NAME, jobs).start(classifyInbound));
	}

	@Bean
	Step classifyInbound(Steps steps, JdbcCursorItemReader<Unclassified> unclassified, Understand understand,
			KeepUnderstood keep) {
		return steps.<Unclassified, Understood>chunked(NAME, "classify-inbound")
			.reader(unclassified)
			.processor(understand)
			.writer(keep)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Unclassified> unclassified(WorkLists lists, @Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unclassified", """
				SELECT c.id, c.sid, c.seller_phone, c.body, c.request, k.stage, asked.stage AS asked,
					(c.received_at AT TIME ZONE coalesce(k.zones[1], 'America/Chicago'))::date AS day
				FROM conversation c
				JOIN contact k ON k.phone = c.seller_phone
				LEFT JOIN LATERAL (
					SELECT o.stage FROM conversation o
					WHERE o.seller_phone = c.seller_phone AND o.direction = 'OUTBOUND' AND o.sent_at <= c.received_at
					ORDER BY o.created_at DESC LIMIT 1) asked ON true
				WHERE c.direction = 'INBOUND' AND c.classified_at IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'classify-inbound' AND p.key = c.id::text)
				ORDER BY c.received_at, c.id
				LIMIT ?
				""", IntentBatchJob::message, limit);
	}

	private static Unclassified message(ResultSet rs, int row) throws SQLException {
		return new Unclassified(Sql.uuid(rs, "id"), Sql.phone(rs, "seller_phone"), rs.getString("sid"),
				rs.getString("body"), Sql.word(rs, "request", Request.class), Sql.wordOrNull(rs, "stage", Stage.class),
				Sql.wordOrNull(rs, "asked", Stage.class), rs.getObject("day", LocalDate.class));
	}

}

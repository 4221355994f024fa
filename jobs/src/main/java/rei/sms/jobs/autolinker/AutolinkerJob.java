package rei.sms.jobs.autolinker;

import java.sql.ResultSet;
import java.sql.SQLException;

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
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.inbox.Request;
import rei.sms.db.message.MessageSid;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;

/**
 * Links staged messages and echoes to leads and prospects, and logs them as
 * conversations.
 */
@Configuration(proxyBeanMethods = false)
class AutolinkerJob {

	static final String NAME = "autolinker";

	@Bean
	Job autolinker(JobRepository jobs, Step linkInbound, Step linkEchoes, Tail tail) {
		return tail.mirrored(new JobBuilder(NAME, jobs).start(linkInbound).next(linkEchoes));
	}

	@Bean
	Step linkInbound(Steps steps, JdbcCursorItemReader<UnlinkedMessage> unlinkedMessages, InboundLinker link) {
		return steps.<UnlinkedMessage, UnlinkedMessage>chunked(NAME, "link-inbound")
			.reader(unlinkedMessages)
			.writer(link)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<UnlinkedMessage> unlinkedMessages(WorkLists lists,
			@Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unlinked-messages", """
				SELECT sid, seller_phone, request FROM inbound i
				WHERE linked_at IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'link-inbound' AND p.key = i.sid)
				ORDER BY received_at, sid
				LIMIT ?
				""", AutolinkerJob::message, limit);
	}

	@Bean
	Step linkEchoes(Steps steps, JdbcCursorItemReader<UnlinkedEcho> unlinkedEchoes, EchoLinker link) {
		return steps.<UnlinkedEcho, UnlinkedEcho>chunked(NAME, "link-echoes")
			.reader(unlinkedEchoes)
			.writer(link)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<UnlinkedEcho> unlinkedEchoes(WorkLists lists, @Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unlinked-echoes", """
				SELECT * FROM outbound_echo e
				WHERE linked_at IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'link-echoes' AND p.key = e.sid)
				ORDER BY received_at, sid
				LIMIT ?
				""", AutolinkerJob::echo, limit);
	}

	private static UnlinkedMessage message(ResultSet rs, int row) throws SQLException {
		return new UnlinkedMessage(new MessageSid(rs.getString("sid")), Sql.phone(rs, "seller_phone"),
				Sql.word(rs, "request", Request.class));
	}

	private static UnlinkedEcho echo(ResultSet rs, int row) throws SQLException {
		return new UnlinkedEcho(new OutboundEcho(new MessageSid(rs.getString("sid")), Sql.uuid(rs, "conversation_id"),
				Sql.phone(rs, "seller_phone"), Sql.phone(rs, "our_number"), rs.getString("body"),
				rs.getString("campaign"), rs.getString("template"),
				Sql.wordOrNull(rs, "processed_by", ProcessedBy.class), Sql.wordOrNull(rs, "stage", Stage.class),
				Sql.instant(rs, "received_at")));
	}

}

package rei.sms.jobs.receipts;

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
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;

/**
 * Applies what the provider says of each text: its status, the counters, and what its
 * errors mean.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryReceiptsJob {

	static final String NAME = "delivery-receipts";

	@Bean
	Job deliveryReceipts(JobRepository jobs, Step applyReceipts, Tail tail) {
		return tail.mirrored(new JobBuilder(NAME, jobs).start(applyReceipts));
	}

	@Bean
	Step applyReceipts(Steps steps, JdbcCursorItemReader<PendingReceipt> pendingReceipts, ReceiptApplier apply) {
		return steps.<PendingReceipt, PendingReceipt>chunked(NAME, "apply-receipts")
			.reader(pendingReceipts)
			.writer(apply)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<PendingReceipt> pendingReceipts(WorkLists lists,
			@Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("pending-receipts", """
				SELECT sid, status, normalized, ref, seller_phone, error_code, received_at FROM receipt r
				WHERE state = 'PENDING'
					AND NOT EXISTS (SELECT 1 FROM parked p
						WHERE p.step = 'apply-receipts' AND p.key = r.sid || ' ' || r.status)
				ORDER BY received_at, sid
				LIMIT ?
				""", DeliveryReceiptsJob::receipt, limit);
	}

	private static PendingReceipt receipt(ResultSet rs, int row) throws SQLException {
		return new PendingReceipt(new MessageSid(rs.getString("sid")), rs.getString("status"),
				Sql.word(rs, "normalized", DeliveryStatus.class), Sql.uuidOrNull(rs, "ref"),
				Sql.phone(rs, "seller_phone"), rs.getString("error_code"), Sql.instant(rs, "received_at"));
	}

}

package rei.sms.jobs.promoter;

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
import rei.sms.db.contact.Party;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.rules.Doubt;
import rei.sms.jobs.rules.PromotionPolicy;
import rei.sms.jobs.rules.StageRules;

/**
 * Promotes prospects to leads, deterministically, once they show true selling interest.
 */
@Configuration(proxyBeanMethods = false)
class LeadPromoterJob {

	static final String NAME = "lead-promoter";

	@Bean
	Job leadPromoter(JobRepository jobs, Step promoteQualified, Tail tail) {
		return tail.mirrored(new JobBuilder(NAME, jobs).start(promoteQualified));
	}

	@Bean
	Step promoteQualified(Steps steps, JdbcCursorItemReader<Candidate> unpromoted, Promoter promote) {
		return steps.<Candidate, Judged>chunked(NAME, "promote-qualified")
			.reader(unpromoted)
			.processor((candidate) -> new Judged(candidate, PromotionPolicy.decide(candidate.facts())))
			.writer(promote)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Candidate> unpromoted(WorkLists lists, @Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unpromoted", """
				SELECT c.id, c.seller_phone, c.body, c.intent, c.ai_intent, c.confidence, c.ai_trigger,
					c.classifier = 'person' AS by_person, k.stage, k.lead_id, k.prospect_id
				FROM conversation c JOIN contact k ON k.phone = c.seller_phone
				WHERE c.direction = 'INBOUND' AND c.classified_at IS NOT NULL AND c.promotion IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'promote-qualified' AND p.key = c.id::text)
				ORDER BY c.received_at, c.id
				LIMIT ?
				""", LeadPromoterJob::candidate, limit);
	}

	private static Candidate candidate(ResultSet rs, int row) throws SQLException {
		var lead = Sql.uuidOrNull(rs, "lead_id");
		var party = (lead != null) ? new Party.Lead(lead) : new Party.Prospect(Sql.uuid(rs, "prospect_id"));
		var stage = Sql.wordOrNull(rs, "stage", Stage.class);
		var intent = Sql.wordOrNull(rs, "intent", Intent.class);
		var aiIntent = Sql.wordOrNull(rs, "ai_intent", AiIntent.class);
		var byPerson = rs.getBoolean("by_person");
		return new Candidate(Sql.uuid(rs, "id"), Sql.phone(rs, "seller_phone"), rs.getString("body"),
				new PromotionPolicy.Candidate(party, byPerson ? StageRules.labelled(stage, intent, aiIntent) : stage,
						intent, aiIntent, Doubt.letsPromote(rs.getDouble("confidence"), rs.getString("body")),
						rs.getBoolean("ai_trigger")),
				byPerson);
	}

}

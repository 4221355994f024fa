package rei.sms.jobs.enrichment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.IntStream;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Markets;
import rei.sms.db.contact.Property;
import rei.sms.jobs.Steps;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.rules.MarketZones;

/** Completes contacts and prospects by what their phones and properties tell. */
@Configuration(proxyBeanMethods = false)
class EnrichmentJob {

	private static final String NAME = "enrichment";

	private static final int CHUNK = 500;

	@Bean
	Job enrichment(JobRepository jobs, Step enrichContacts, Step fillMarkets) {
		return new JobBuilder(NAME, jobs).start(enrichContacts).next(fillMarkets).build();
	}

	@Bean
	Step enrichContacts(Steps steps, JdbcCursorItemReader<Unenriched> unenriched, ItemWriter<Unenriched.Found> enrich) {
		return steps.<Unenriched, Unenriched.Found>chunked(NAME, "enrich-contacts", CHUNK)
			.reader(unenriched)
			.processor(Unenriched::look)
			.writer(enrich)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Unenriched> unenriched(WorkLists lists, @Value("#{jobParameters['limit']}") Long limit) {
		return lists.reader("unenriched", """
				SELECT k.phone, p.states, p.zips
				FROM contact k
				CROSS JOIN LATERAL (
					SELECT array_agg(state ORDER BY id) AS states, array_agg(zip ORDER BY id) AS zips
					FROM prospect WHERE phone1 = k.phone OR phone2 = k.phone) p
				WHERE k.enriched_at IS NULL
				ORDER BY k.phone
				LIMIT ?
				""", EnrichmentJob::contact, limit);
	}

	@Bean
	ItemWriter<Unenriched.Found> enrich(Contacts contacts, Clock clock) {
		return (found) -> contacts.enrich(found.getItems().stream().map(Unenriched.Found::enriched).toList(),
				clock.instant());
	}

	@Bean
	Step fillMarkets(Steps steps, Markets markets) {
		return steps.single("fill-markets", (contribution, context) -> {
			markets.known().forEach((label) -> contribution.incrementWriteCount(fill(markets, label)));
			return RepeatStatus.FINISHED;
		}).build();
	}

	private static int fill(Markets markets, String label) {
		return MarketZones.standard()
			.of(label)
			.map((market) -> markets.fill(label, label.substring(0, label.lastIndexOf(',')), market.state().names()))
			.orElse(0);
	}

	private static Unenriched contact(ResultSet rs, int row) throws SQLException {
		var states = Sql.words(rs, "states");
		var zips = Sql.words(rs, "zips");
		return new Unenriched(Sql.phone(rs, "phone"),
				IntStream.range(0, states.size())
					.mapToObj((index) -> new Property(states.get(index), zips.get(index)))
					.toList());
	}

}

package rei.sms.jobs;

import java.time.Clock;
import java.time.Instant;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.TestDatabase;

/**
 * What every job stands on: a fresh database, the repositories, the steps' beginning, and
 * a clock that the test sets.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = "rei.sms.db",
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
@Import({ Steps.class, WorkLists.class, SendingConfiguration.class })
public class JobTestContext {

	/** Monday noon in Chicago, when every state may be texted. */
	public static final Instant MONDAY_NOON = Instant.parse("2026-11-23T18:00:00Z");

	@Bean
	HikariDataSource dataSource() {
		var pool = new HikariDataSource();
		pool.setJdbcUrl(TestDatabase.freshUrl());
		pool.setUsername("postgres");
		pool.setPassword("postgres");
		return pool;
	}

	@Bean
	MutableClock clock() {
		return new MutableClock(MONDAY_NOON);
	}

	@Bean
	TestJobs testJobs(JobOperator operator, JobRepository repository) {
		return new TestJobs(operator, repository);
	}

	@Bean
	TestRows testRows(JdbcClient jdbc, Clock clock) {
		return new TestRows(jdbc, clock);
	}

}

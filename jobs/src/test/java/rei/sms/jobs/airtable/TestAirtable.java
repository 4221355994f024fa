package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Wires the gateway as the engine does, for tests. */
final class TestAirtable {

	private TestAirtable() {
	}

	static AirtableProperties properties(String url, Duration longestWait) {
		return properties(url, longestWait, 5);
	}

	static AirtableProperties properties(String url, Duration longestWait, int perSecond) {
		return new AirtableProperties(url, "pat-s3cret", "appLeads", "", "appControl", perSecond, 100_000, longestWait,
				Duration.ofMillis(500), Duration.ofMillis(500), Map.of());
	}

	static AirtableBases bases(DataSource source, AirtableProperties properties) {
		return new AirtableBases(JdbcClient.create(source), new JdbcTransactionManager(source), properties);
	}

	static AirtableClient client(AirtableBases bases, AirtableProperties properties) {
		return new AirtableClient(properties, new AirtableCalls(new BaseRate(bases, properties), bases, properties));
	}

}

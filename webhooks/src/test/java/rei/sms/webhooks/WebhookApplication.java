package rei.sms.webhooks;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

import rei.sms.db.TestDatabase;

/** The webhooks alone, with a database of their own. */
@SpringBootApplication(scanBasePackages = { "rei.sms.db", "rei.sms.webhooks" }, proxyBeanMethods = false)
class WebhookApplication {

	static final String WEBHOOK_TOKEN = "hook+/=secret";

	static final String CRON_TOKEN = "cron-secret";

	@Bean
	DataSource dataSource(@Value("${test.database:there}") String database) {
		var pool = new HikariDataSource();
		pool.setJdbcUrl("away".equals(database) ? "jdbc:postgresql://127.0.0.1:1/away" : TestDatabase.freshUrl());
		pool.setConnectionTimeout(1000);
		pool.setUsername("postgres");
		pool.setPassword("postgres");
		pool.setMaximumPoolSize(16);
		return pool;
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	FilterRegistrationBean<TokenFilter> tokenFilter() {
		var filter = new FilterRegistrationBean<>(new TokenFilter(WEBHOOK_TOKEN, CRON_TOKEN,
				List.of("/ping", "/health", "/ops/**", "/airtable/changes/**")));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

}

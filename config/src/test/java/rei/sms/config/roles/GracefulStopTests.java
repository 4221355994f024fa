package rei.sms.config.roles;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import rei.sms.config.SmsEngineApplication;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.db.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a SIGTERM does to a text that the provider is just taking: nothing. It is noon for
 * the engine, whatever the hour in which this is run.
 */
class GracefulStopTests {

	private final CountDownLatch arrived = new CountDownLatch(1);

	private final CountDownLatch answer = new CountDownLatch(1);

	private final String database = TestDatabase.freshUrl() + "&user=postgres&password=postgres";

	@TempDir
	private Path directory;

	private final HttpClient http = HttpClient.newHttpClient();

	private HttpServer provider;

	private ConfigurableApplicationContext engine;

	@BeforeEach
	void start() throws IOException {
		this.provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.provider.createContext("/", this::take);
		this.provider.start();
		this.engine = new Engine(SmsEngineApplication.class, Settings.of(settings())).start(Role.SERVE);
	}

	@AfterEach
	void stop() {
		this.answer.countDown();
		this.engine.close();
		this.provider.stop(0);
	}

	@Test
	void textThatIsInFlightIsSettledBeforeTheProcessEnds() throws Exception {
		this.engine.getBean(JdbcClient.class)
			.sql("INSERT INTO number (phone, market, created_at) VALUES ('+17135550100', 'Houston, TX', now())")
			.update();
		assertThat(post("/messages?To=%2B17132340001&From=%2B17135550100&Body=Hello").statusCode()).isEqualTo(202);
		assertThat(post("/jobs/retry?async=true").statusCode()).isEqualTo(202);
		assertThat(this.arrived.await(1, TimeUnit.MINUTES)).as("the provider was called").isTrue();
		var closing = CompletableFuture.runAsync(this.engine::close);
		await().until(() -> post("/jobs/autolinker").statusCode() == 503);
		assertThat(one("SELECT outcome FROM attempt")).isEqualTo("null");
		this.answer.countDown();
		assertThat(closing).succeedsWithin(1, TimeUnit.MINUTES);
		assertThat(one("SELECT concat_ws(' ', outcome, sid) FROM attempt")).isEqualTo("TAKEN SM1");
		assertThat(one("SELECT status FROM conversation")).isEqualTo("SENT");
		assertThat(one("SELECT count(*) FROM outbox WHERE state <> 'QUEUED'")).isEqualTo("0");
	}

	private void take(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		this.arrived.countDown();
		try (exchange) {
			this.answer.await(2, TimeUnit.MINUTES);
			var body = "{\"sid\":\"SM1\",\"status\":\"sent\"}".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(201, body.length);
			exchange.getResponseBody().write(body);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private HttpResponse<String> post(String path) throws IOException, InterruptedException {
		var port = ((ServletWebServerApplicationContext) this.engine).getWebServer().getPort();
		return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("x-cron-token", "cron")
			.POST(HttpRequest.BodyPublishers.noBody())
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private String one(String sql) {
		DataSource source = new DriverManagerDataSource(this.database);
		return JdbcClient.create(source).sql(sql).query((rs, _) -> String.valueOf(rs.getString(1))).single();
	}

	private Map<String, String> settings() {
		var settings = new TreeMap<String, String>();
		settings.put("SANDBOX", "true");
		settings.put("SANDBOX_CLOCK", "2026-11-23T18:00:00Z");
		settings.put("SANDBOX_DIRECTORY", this.directory.toString());
		settings.put("DATABASE_URL", this.database);
		settings.put("PORT", "0");
		settings.put("WEBHOOK_TOKEN", "hook");
		settings.put("CRON_TOKEN", "cron");
		settings.put("AIRTABLE_API_KEY", "key");
		settings.put("LEADS_CONVOS_BASE", "appTest");
		settings.put("AIRTABLE_API_URL", "http://127.0.0.1:1");
		settings.put("TEXTGRID_ACCOUNT_SID", "sid");
		settings.put("TEXTGRID_AUTH_TOKEN", "token");
		settings.put("TEXTGRID_API_URL", "http://127.0.0.1:" + this.provider.getAddress().getPort());
		return settings;
	}

}

package rei.sms.config.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsPageTests {

	/** They are read before Spring starts, or only accepted. */
	private static final Set<String> EARLY = Set.of("DATABASE_URL", "LOG_FORMAT", "SANDBOX", "SANDBOX_CLOCK",
			"SANDBOX_DIRECTORY");

	private static final List<String> SEED = List.of("AIRTABLE_API_KEY", "LEADS_CONVOS_BASE",
			"AIRTABLE_LEADS_CONVOS_BASE_ID", "CONVERSATIONS_TABLE", "LEADS_TABLE", "CAMPAIGNS_TABLE", "TEMPLATES_TABLE",
			"PROSPECTS_TABLE", "NUMBERS_TABLE", "WEBHOOK_TOKEN", "CRON_TOKEN", "QUIET_HOURS_ENFORCED",
			"QUIET_START_HOUR_LOCAL", "QUIET_END_HOUR_LOCAL", "RATE_PER_NUMBER_PER_MIN", "GLOBAL_RATE_PER_MIN",
			"DAILY_LIMIT", "JITTER_SECONDS", "WORKER_INTERVAL_SEC", "SEND_BATCH_LIMIT", "RETRY_LIMIT",
			"TEXTGRID_ACCOUNT_SID", "TEXTGRID_AUTH_TOKEN", "UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN",
			"LOG_LEVEL");

	/**
	 * When this fails, write the page anew with
	 * {@code java -jar target/sms-engine.jar settings > docs/settings.md}.
	 */
	@Test
	void pageInDocsIsCurrent() throws IOException {
		assertThat(Files.readString(Path.of("../docs/settings.md"))).isEqualTo(SettingsPage.markdown());
	}

	@Test
	void everyNameOfTheCatalogueReachesAPropertyAndNoOtherDoes() {
		var names = new TreeSet<String>();
		Catalogue.all().forEach((setting) -> {
			names.add(setting.name());
			names.add(setting.alias());
		});
		names.remove("");
		names.removeAll(EARLY);
		assertThat(SettingsPage.defaults().keySet()).isEqualTo(names);
	}

	@Test
	void everyNameOfTheSeedIsThere() {
		assertThat(SettingsPage.markdown()).contains(SEED.stream().map((name) -> "`" + name + "`").toList());
	}

	@Test
	void defaultsOfTheSeedHold() {
		assertThat(SettingsPage.defaults()).containsEntry("QUIET_START_HOUR_LOCAL", "21")
			.containsEntry("QUIET_END_HOUR_LOCAL", "9")
			.containsEntry("RATE_PER_NUMBER_PER_MIN", "20")
			.containsEntry("GLOBAL_RATE_PER_MIN", "5000")
			.containsEntry("DAILY_LIMIT", "750")
			.containsEntry("JITTER_SECONDS", "2")
			.containsEntry("WORKER_INTERVAL_SEC", "30")
			.containsEntry("SEND_BATCH_LIMIT", "500")
			.containsEntry("RETRY_LIMIT", "100")
			.containsEntry("PORT", "10000")
			.containsEntry("MAX_RETRIES", "3")
			.containsEntry("SEND_CONCURRENCY", "32")
			.containsEntry("AIRTABLE_MONTHLY_CALLS", "100000");
	}

	@Test
	void defaultsAreWellFormed() {
		var defaults = SettingsPage.defaults();
		assertThat(Catalogue.all()).allSatisfy((setting) -> {
			var value = defaults.getOrDefault(setting.name(), "");
			assertThat(value.isEmpty() || setting.kind().accepts().test(value)).as(setting.name()).isTrue();
		});
	}

}

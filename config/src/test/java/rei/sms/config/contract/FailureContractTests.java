package rei.sms.config.contract;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import rei.sms.config.roles.Caller;
import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/** What is answered while a table is missing: that it failed, and nothing else. */
@ExtendWith(OpenHouse.class)
class FailureContractTests {

	private final House house;

	FailureContractTests(House house) {
		this.house = house;
	}

	@BeforeEach
	void takeATableAway() {
		this.house.database().sql("ALTER TABLE parked RENAME TO parked_elsewhere").update();
	}

	@AfterEach
	void putItBack() {
		this.house.database().sql("ALTER TABLE parked_elsewhere RENAME TO parked").update();
	}

	@Test
	void programsGetAProblemDocument() {
		var answer = ask("application/json");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.type()).startsWith("application/problem+json");
		assertThat(answer.text("detail")).startsWith("The engine failed while it did this.");
		assertThat(answer.body()).doesNotContain("SELECT", "parked", House.CRON_TOKEN);
	}

	@Test
	void peopleGetAPage() {
		var answer = ask("text/html");
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.type()).startsWith("text/html");
		assertThat(answer.body()).contains("<h1>That did not work</h1>")
			.doesNotContain("SELECT", "parked", "Whitelabel", House.CRON_TOKEN);
		assertThat(answer.policy()).contains("default-src 'none'");
	}

	private Caller.Answer ask(String accepted) {
		return this.house.caller()
			.knock("GET", "/parked", "?token=" + Caller.encode(House.CRON_TOKEN), Map.of("Accept", accepted));
	}

}

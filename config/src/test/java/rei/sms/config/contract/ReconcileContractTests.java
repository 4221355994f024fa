package rei.sms.config.contract;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/** The comparison of base and database, as operators ask for it. */
@ExtendWith(OpenHouse.class)
class ReconcileContractTests {

	private final House house;

	ReconcileContractTests(House house) {
		this.house = house;
	}

	@Test
	void overHttpItMendsOnlyWhereAskedTo() {
		var sid = spoiledMessage();
		assertThat(this.house.caller().post("/jobs/airtable-reconcile", Map.of()).text("status"))
			.isEqualTo("COMPLETED");
		assertThat(message(sid)).isEqualTo("spoiled");
		assertThat(this.house.problems("airtable-disagrees")).anySatisfy(
				(problem) -> assertThat(problem).contains("Conversations: 1 differing", "airtable-reconcile --fix"));
		var mended = this.house.caller().post("/jobs/airtable-reconcile?fix=true", Map.of());
		assertThat(mended.text("status")).as(mended.body()).isEqualTo("COMPLETED");
		assertThat(message(sid)).isEqualTo("Who is this?");
		assertThat(this.house.problems("airtable-disagrees")).isEmpty();
	}

	@Test
	void onTheCommandLineItMendsWhereAskedTo() {
		var sid = spoiledMessage();
		assertThat(this.house.type("run", "airtable-reconcile", "--fix")).contains("airtable-reconcile COMPLETED");
		assertThat(message(sid)).isEqualTo("Who is this?");
	}

	private String spoiledMessage() {
		var text = Texts.from(House.seller(), "Who is this?");
		this.house.caller().form("/inbound", text);
		this.house.catchUp();
		var shown = this.house.row("Conversations", "TextGrid ID", text.get("MessageSid"));
		this.house.airtable().edit(House.BASE, "Conversations", shown.id(), Map.of("Message", "spoiled"));
		return text.get("MessageSid");
	}

	private String message(String sid) {
		return String.valueOf(this.house.row("Conversations", "TextGrid ID", sid).text("Message"));
	}

}

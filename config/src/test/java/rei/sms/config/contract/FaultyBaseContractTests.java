package rei.sms.config.contract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/** A base in which three fields are missing, one is computed and one option lacks. */
@ExtendWith(OpenHouse.class)
class FaultyBaseContractTests {

	private final House house;

	FaultyBaseContractTests(House house) {
		this.house = house;
	}

	@Test
	void everythingElseIsWrittenAndEachFaultIsReportedWithItsFix() {
		var text = Texts.from(House.seller(), "Yes, what would you offer me for the house?");
		this.house.caller().form("/inbound", text);
		this.house.catchUp();
		var shown = this.house.row("Conversations", "TextGrid ID", text.get("MessageSid"));
		assertThat(shown.fields()).containsEntry("Message", text.get("Body"))
			.containsEntry("Direction", "INBOUND")
			.containsEntry("Intent Detected", "Positive")
			.containsKeys("Received Time", "Processed Time", "AI Intent", "Stage");
		var lead = this.house.row("Leads", "Phone", text.get("From"));
		assertThat(lead.fields()).containsEntry("Last Direction", "OUTBOUND")
			.containsKeys("Reply Count", "Last Inbound", "Lead Status");
		var prospect = this.house.row("Prospects", "Phone 1", text.get("From"));
		assertThat(prospect.fields()).containsEntry("Status", "Lead Created").containsKey("Reply Count");
		assertThat(this.house.problems("airtable-schema")).hasSize(5)
			.anySatisfy((fault) -> assertThat(fault).contains("CONV_SUMMARY_FIELD"))
			.anySatisfy((fault) -> assertThat(fault).contains("LEAD_LAST_MESSAGE_FIELD"))
			.anySatisfy((fault) -> assertThat(fault).contains("the table has no such field",
					"PROSPECT_LAST_ACTIVITY_FIELD"))
			.anySatisfy((fault) -> assertThat(fault).contains("the base computes it", "LEAD_LAST_ACTIVITY_FIELD"))
			.anySatisfy((fault) -> assertThat(fault).contains("has no option \"Replied\"", "add the option"));
		assertThat(this.house.airtable().sins()).isEmpty();
	}

}

package rei.sms.config.contract;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import rei.sms.config.roles.House;
import rei.sms.sandbox.airtable.StoredRow;

import static org.assertj.core.api.Assertions.assertThat;

/** The seed's last list, "What Codex should do next", point by point, over HTTP. */
@ExtendWith(OpenHouse.class)
class SeedNextStepsTests {

	private static final String OFFER = "Yes I would sell. How much would you offer me?";

	private final House house;

	SeedNextStepsTests(House house) {
		this.house = house;
	}

	@Test
	void webhooksAreIdempotentOnTextGridId() {
		var text = Texts.from(House.seller(), "who is this?");
		var first = this.house.caller().form("/inbound", text);
		this.house.catchUp();
		assertThat(this.house.caller().form("/inbound", text)).isEqualTo(first);
		this.house.catchUp();
		assertThat(this.house.rows("Conversations", "TextGrid ID", text.get("MessageSid"))).hasSize(1);
		assertThat(this.house.provider().textsTo(text.get("From"))).hasSize(1);
	}

	@Test
	void promotionAndStageFollowTheSeed() {
		var seller = House.seller();
		say(seller, "Yes, I own that house.");
		assertThat(this.house.rows("Leads", "Phone", seller)).isEmpty();
		assertThat(last(seller, "INBOUND").text("Stage")).startsWith("STAGE 1");
		assertThat(last(seller, "OUTBOUND").text("Stage")).startsWith("STAGE 2");
		say(seller, OFFER);
		var lead = this.house.row("Leads", "Phone", seller);
		assertThat(lead.text("Lead Status")).isEqualTo("ACTIVE COMMUNICATION");
		assertThat(last(seller, "INBOUND").text("Stage")).startsWith("STAGE 3");
		assertThat(this.house.rows("Conversations", "Seller Phone Number", seller)).allSatisfy((row) -> {
			assertThat(row.links("Lead")).containsExactly(lead.id());
			assertThat(row.text("Lead Record ID")).isEqualTo(lead.id());
			assertThat(row.links("Prospect")).isEmpty();
			assertThat(row.text("Prospect Record ID")).isNull();
		});
		var answer = this.house.caller().form("/inbound", Texts.from(seller, "What is next?"));
		assertThat(answer.text("linked_to")).isEqualTo("lead");
		assertThat(this.house.caller().form("/inbound", Texts.from(seller, "STOP")).text("status")).isEqualTo("optout");
		this.house.catchUp();
		assertThat(last(seller, "INBOUND").text("Stage")).isEqualTo("OPT OUT");
	}

	@Test
	void everySendIsQueuedFirstThenSentThenDelivered() {
		var seller = House.seller();
		var id = this.house.caller()
			.post("/messages", Map.of("To", seller, "Body", "Calling you at five", "From", House.OURS))
			.text("conversation_id");
		this.house.run("airtable-push", "airtable-push");
		assertThat(status(seller)).isEqualTo("QUEUED");
		assertThat(this.house.provider().textsTo(seller)).isEmpty();
		this.house.run("retry", "airtable-push");
		assertThat(status(seller)).isEqualTo("SENT");
		var sid = this.house.provider().textsTo(seller).getFirst().sid();
		var echo = Texts.with(Texts.to(seller, "Calling you at five"), "MessageSid", sid);
		assertThat(this.house.caller().form("/outbound", echo).text("conversation_id")).isEqualTo(id);
		this.house.caller().form("/delivery", Texts.receipt(sid, seller, "delivered"));
		this.house.run("autolinker", "delivery-receipts", "airtable-push");
		assertThat(status(seller)).isEqualTo("DELIVERED");
	}

	/** It is eight in the morning in Honolulu. */
	@Test
	void textsOfTheQuietHoursAreQueuedAndNotSent() {
		var seller = House.seller("808");
		say(seller, "Who is this?");
		var id = this.house.caller()
			.post("/messages", Map.of("To", seller, "Body", "Good morning", "From", House.OURS))
			.text("conversation_id");
		this.house.run("retry", "airtable-push");
		assertThat(this.house.provider().textsTo(seller)).isEmpty();
		assertThat(this.house.rows("Conversations", "Seller Phone Number", seller)
			.stream()
			.filter((row) -> "OUTBOUND".equals(row.text("Direction")))).hasSize(2)
			.allSatisfy((row) -> assertThat(row.text("Delivery Status")).isEqualTo("QUEUED"));
		var decision = this.house.caller().get("/conversations/" + id).json().get("decisions").get(0);
		assertThat(decision.get("allowed").asBoolean()).isFalse();
		assertThat(decision.get("rule").asString()).isEqualTo("QUIET_HOURS");
		assertThat(decision.get("next_at").asString()).startsWith("2026-11-23T19:00");
	}

	@Test
	void optedOutSellersGetNothingMoreWhateverWaits() {
		var seller = House.seller();
		this.house.caller().post("/messages", Map.of("To", seller, "Body", "Are you there?", "From", House.OURS));
		this.house.caller().form("/inbound", Texts.from(seller, "please stop texting me"));
		this.house.run("retry");
		this.house.catchUp();
		assertThat(this.house.provider().textsTo(seller)).isEmpty();
		assertThat(this.house.row("Opt-Outs", "Phone", seller).text("Original Message"))
			.isEqualTo("please stop texting me");
	}

	@Test
	void startThatCameWhileItsStopWasLinkedTakesTheContactBack() {
		var seller = House.seller();
		say(seller, "hello");
		this.house.caller().form("/inbound", Texts.from(seller, "STOP"));
		this.house.caller().form("/inbound", Texts.from(seller, "START"));
		this.house.database().sql("UPDATE contact SET stage = 'OPT_OUT' WHERE phone = ?").param(seller).update();
		this.house.run("autolinker");
		assertThat(this.house.database()
			.sql("SELECT coalesce(stage, '') FROM contact WHERE phone = ?")
			.param(seller)
			.query(String.class)
			.single()).isNotEqualTo("OPT_OUT");
	}

	private void say(String seller, String body) {
		this.house.caller().form("/inbound", Texts.from(seller, body));
		this.house.catchUp();
	}

	private String status(String seller) {
		return String.valueOf(this.house.row("Conversations", "Seller Phone Number", seller).text("Delivery Status"));
	}

	private StoredRow last(String seller, String direction) {
		return this.house.rows("Conversations", "Seller Phone Number", seller)
			.stream()
			.filter((row) -> direction.equals(row.text("Direction")))
			.reduce((earlier, later) -> later)
			.orElseThrow();
	}

}

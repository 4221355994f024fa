package rei.sms.config.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The seed's promotion table. People's own reading of a message counts as its
 * classification: so each cell can be set from outside.
 */
@ExtendWith(OpenHouse.class)
class PromotionContractTests {

	private static final List<String> INTENTS = List.of("Positive", "Neutral", "Delay", "Reject", "DNC");

	private static final List<String> AI_INTENTS = List.of("intro", "who_is_this", "how_got_number",
			"interest_detected", "ask_price", "offer_discussion", "motivation_detected", "condition_question",
			"not_interested", "wrong_number", "delay", "neutral", "other", "timeline_question");

	private static final Set<String> INTEREST = Set.of("interest_detected", "offer_discussion", "ask_price");

	private final House house;

	PromotionContractTests(House house) {
		this.house = house;
	}

	@Test
	void everyPairOfIntentsPromotesAsTheSeedSays() {
		var sellers = new HashMap<String, Map.Entry<String, String>>();
		INTENTS.forEach((intent) -> AI_INTENTS
			.forEach((aiIntent) -> sellers.put(write("Thanks"), Map.entry(intent, aiIntent))));
		this.house.run("autolinker", "intent-batch", "airtable-push", "airtable-pull");
		sellers.forEach((seller, read) -> this.house.airtable()
			.edit(House.BASE, "Conversations", record(seller),
					Map.of("Intent Detected", read.getKey(), "AI Intent", read.getValue())));
		this.house.run("airtable-pull", "lead-promoter", "lead-promoter", "airtable-push");
		sellers.forEach((seller, read) -> assertThat(this.house.rows("Leads", "Phone", seller)).as(read.toString())
			.hasSize(isPromoted(read.getKey(), read.getValue()) ? 1 : 0));
	}

	@Test
	void aPersonsLabelsMoveTheContactAsTheEnginesDo() {
		var seller = write("Thanks");
		label(seller, "Positive", "offer_discussion");
		assertThat(this.house.row("Conversations", "Seller Phone Number", seller).text("Stage"))
			.isEqualTo("STAGE 6 - OFFER FOLLOW UP");
	}

	@Test
	void aPersonsDncEndsAllTextingToThePhone() {
		var seller = write("Thanks");
		label(seller, "DNC", "other");
		assertThat(this.house.row("Conversations", "Seller Phone Number", seller).text("Stage")).isEqualTo("DNC");
		assertThat(this.house.rows("Opt-Outs", "Phone", seller)).hasSize(1);
		assertThat(this.house.caller().post("/messages", Map.of("To", seller, "Body", "One more")).status())
			.isEqualTo(409);
	}

	private void label(String seller, String intent, String aiIntent) {
		this.house.run("autolinker", "intent-batch", "airtable-push", "airtable-pull");
		this.house.airtable()
			.edit(House.BASE, "Conversations", record(seller),
					Map.of("Intent Detected", intent, "AI Intent", aiIntent));
		this.house.run("airtable-pull", "lead-promoter", "airtable-push");
	}

	/** A DNC is no selling interest, whatever it is about. */
	private static boolean isPromoted(String intent, String aiIntent) {
		return !intent.equals("DNC") && (intent.equals("Positive") || INTEREST.contains(aiIntent));
	}

	private String write(String body) {
		var seller = House.seller();
		this.house.caller().form("/inbound", Texts.from(seller, body));
		return seller;
	}

	private String record(String seller) {
		return this.house.row("Conversations", "Seller Phone Number", seller).id();
	}

}

package rei.sms.config.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.config.roles.House;

import static org.assertj.core.api.Assertions.assertThat;

/** What the provider says of a text, in whatever order it comes. */
@ExtendWith(OpenHouse.class)
class ReceiptContractTests {

	private static final List<String> WORDS = List.of("queued", "sent", "delivered", "undelivered");

	private final House house;

	ReceiptContractTests(House house) {
		this.house = house;
	}

	/**
	 * Every order of every choice of words, before the SID is known and after: the status
	 * is what the words come to, and each text is counted once.
	 */
	@Test
	void everyOrderComesToTheSameAndIsCountedOnce() {
		var orders = orders(WORDS);
		assertThat(orders).hasSize(64);
		var before = counts();
		var sids = new HashMap<String, List<String>>();
		for (int at = 0; at < orders.size(); at++) {
			sids.put(play(orders.get(at), at % 2 == 0), orders.get(at));
		}
		this.house.run("autolinker", "delivery-receipts", "airtable-push");
		sids.forEach((sid, order) -> assertThat(shown(sid)).as(order.toString()).isEqualTo(expected(order)));
		var delivered = (int) orders.stream().filter((order) -> expected(order).equals("DELIVERED")).count();
		var failed = (int) orders.stream().filter((order) -> expected(order).equals("UNDELIVERED")).count();
		assertThat(counts()).isEqualTo(
				Map.of("delivered", before.get("delivered") + delivered, "failed", before.get("failed") + failed));
	}

	@ParameterizedTest
	@CsvSource({ "DELIVERED, delivered", "success, delivered", "delivrd, delivered", "failed, failed",
			"canceled, failed", "undelivered, undelivered", "rejected, undelivered", "blocked, undelivered",
			"expired, undelivered", "error, undelivered", "queued, queued", "accepted, queued", "pending, queued",
			"enroute, queued", "submitted, queued", "sent, sent", "Sending, sent", "optout, optout", "opt-out, optout",
			"opt out, optout", "read, unknown", "partially_delivered, unknown" })
	void everyWordOfTheProviderIsNormalised(String word, String normalized) {
		var answer = this.house.caller().form("/status", Texts.receipt(Texts.sid(), House.seller(), word));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("normalized")).isEqualTo(normalized);
	}

	@Test
	void unknownWordChangesNothing() {
		var sent = Texts.to(House.seller(), "Still yours?");
		this.house.caller().form("/outbound", sent);
		this.house.caller().form("/delivery", Texts.receipt(sent.get("MessageSid"), sent.get("To"), "vanished"));
		this.house.run("autolinker", "delivery-receipts", "airtable-push");
		assertThat(shown(sent.get("MessageSid"))).isEqualTo("SENT");
	}

	private String play(List<String> order, boolean early) {
		var sent = Texts.to(House.seller(), "Still yours?");
		if (!early) {
			this.house.caller().form("/outbound", sent);
		}
		order.forEach((word) -> this.house.caller()
			.form("/delivery", Texts.receipt(sent.get("MessageSid"), sent.get("To"), word)));
		if (early) {
			this.house.caller().form("/outbound", sent);
		}
		return String.valueOf(sent.get("MessageSid"));
	}

	private String shown(String sid) {
		return String.valueOf(this.house.row("Conversations", "TextGrid ID", sid).text("Delivery Status"));
	}

	/** An echo says that it was sent; delivered beats undelivered; what ended stays. */
	private static String expected(List<String> order) {
		return order.contains("delivered") ? "DELIVERED" : order.contains("undelivered") ? "UNDELIVERED" : "SENT";
	}

	private Map<String, Integer> counts() {
		return this.house.database()
			.sql("SELECT delivered_total, failed_total FROM number WHERE phone = ?")
			.param(House.OURS)
			.query((rs, row) -> Map.of("delivered", rs.getInt("delivered_total"), "failed", rs.getInt("failed_total")))
			.single();
	}

	/** Every arrangement of one or more of the words. */
	private static List<List<String>> orders(List<String> words) {
		var orders = new ArrayList<List<String>>();
		for (var word : words) {
			orders.add(List.of(word));
			orders(words.stream().filter((other) -> !other.equals(word)).toList()).forEach((rest) -> {
				var order = new ArrayList<>(List.of(word));
				order.addAll(rest);
				orders.add(order);
			});
		}
		return orders;
	}

}

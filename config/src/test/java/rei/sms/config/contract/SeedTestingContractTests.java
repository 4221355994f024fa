package rei.sms.config.contract;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.config.roles.Caller;
import rei.sms.config.roles.House;
import rei.sms.sandbox.airtable.StoredRow;

import static org.assertj.core.api.Assertions.assertThat;

/** The seed's section "Testing contracts", sentence by sentence, over HTTP. */
@ExtendWith(OpenHouse.class)
class SeedTestingContractTests {

	private final House house;

	SeedTestingContractTests(House house) {
		this.house = house;
	}

	@Test
	void inboundWithValidPayloadReturnsOk() {
		var answer = this.house.caller().post("/inbound", Texts.from(House.seller(), "Yes, it's mine"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text("status")).isEqualTo("ok");
		assertThat(answer.text("linked_to")).isEqualTo("prospect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "STOP", "unsubscribe", " Remove ", "opt out" })
	void stopPayloadReturnsOptoutAndNoAutoresponder(String body) {
		var seller = House.seller();
		var stop = Texts.from(seller, body);
		var before = optOuts();
		assertThat(this.house.caller().form("/inbound", stop).text("status")).isEqualTo("optout");
		this.house.catchUp();
		var shown = this.house.row("Conversations", "TextGrid ID", stop.get("MessageSid"));
		assertThat(shown.text("Delivery Status")).isEqualTo("OPT OUT");
		assertThat(shown.text("Stage")).isEqualTo("OPT OUT");
		assertThat(this.house.rows("Conversations", "Seller Phone Number", seller)).hasSize(1);
		assertThat(this.house.provider().textsTo(seller)).isEmpty();
		assertThat(optOuts()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "From", "Body" })
	void inboundWithoutFromOrBodyIs422(String field) {
		var answer = this.house.caller().form("/inbound", Texts.without(Texts.from(House.seller(), "hi"), field));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("detail")).contains(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "To", "From" })
	void deliveryWithoutToOrFromMutatesNoNumberAndIs422(String field) {
		var sent = Texts.to(House.seller(), "Still yours?");
		this.house.caller().form("/outbound", sent);
		this.house.run("autolinker");
		var before = number();
		var receipt = Texts.without(Texts.receipt(sent.get("MessageSid"), sent.get("To"), "delivered"), field);
		var answer = this.house.caller().form("/delivery", receipt);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("detail")).contains(field);
		this.house.run("delivery-receipts");
		assertThat(number()).isEqualTo(before);
	}

	@Test
	void deliveredReturnsOkAndIncrementsTheDeliveredCounter() {
		var sent = Texts.to(House.seller(), "Still yours?");
		this.house.caller().form("/outbound", sent);
		this.house.run("autolinker");
		var before = (int) number().get("delivered_total");
		var answer = this.house.caller().form("/delivery", delivered(sent));
		assertThat(answer.text("status")).isEqualTo("ok");
		assertThat(answer.text("sid")).isEqualTo(sent.get("MessageSid"));
		assertThat(answer.text("normalized")).isEqualTo("delivered");
		this.house.run("delivery-receipts", "airtable-push");
		assertThat(number()).containsEntry("delivered_total", before + 1);
		assertThat(ours().text("Delivered Total")).isEqualTo(String.valueOf(before + 1));
	}

	@Test
	void repostingTheSameMessageSidDuplicatesNoRow() throws Exception {
		var text = Texts.from(House.seller(), "how much?");
		var sent = Texts.to(House.seller(), "Still yours?");
		var answers = fiftyTimes("/inbound", text);
		assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
		fiftyTimes("/outbound", sent);
		this.house.run("autolinker");
		var before = (int) number().get("delivered_total");
		fiftyTimes("/delivery", delivered(sent));
		this.house.run("delivery-receipts");
		fiftyTimes("/delivery", delivered(sent));
		fiftyTimes("/inbound", text);
		this.house.run("autolinker", "delivery-receipts", "airtable-push");
		assertThat(this.house.rows("Conversations", "TextGrid ID", text.get("MessageSid"))).hasSize(1);
		assertThat(this.house.rows("Conversations", "TextGrid ID", sent.get("MessageSid"))).hasSize(1);
		assertThat(number()).containsEntry("delivered_total", before + 1);
	}

	private List<Caller.Answer> fiftyTimes(String path, Map<String, String> fields)
			throws InterruptedException, ExecutionException {
		try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = senders.invokeAll(
					IntStream
						.range(0, 50).<Callable<Caller
								.Answer>>mapToObj((call) -> () -> this.house.caller().form(path, fields))
						.toList());
			return calls.stream().map((call) -> call.resultNow()).toList();
		}
	}

	private static Map<String, String> delivered(Map<String, String> sent) {
		return Texts.receipt(sent.get("MessageSid"), sent.get("To"), "DELIVRD");
	}

	private int optOuts() {
		return (int) number().get("opt_out_total");
	}

	private Map<String, Object> number() {
		return this.house.database().sql("""
				SELECT sent_total::int, delivered_total::int, failed_total::int, opt_out_total::int,
					delivered_today::int, failed_today::int, opt_out_today::int
				FROM number WHERE phone = ?
				""").param(House.OURS).query().singleRow();
	}

	private StoredRow ours() {
		return this.house.row("Numbers", "TextGrid Phone Number", House.OURS);
	}

}
